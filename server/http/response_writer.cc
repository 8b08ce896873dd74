#include "server/http/response_writer.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <utility>

namespace kb::http {
namespace {

// Hands httplib a request line and collects what it answers.
class Exchange final : public httplib::Stream {
 public:
  explicit Exchange(std::string_view input) : input_(input) {}

  bool is_readable() const override { return !input_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, size_t size) override {
    const size_t count = std::min(size, input_.size());
    std::memcpy(to, input_.data(), count);
    input_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* from, size_t size) override {
    output_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return 0; }

  void reserve(size_t size) { output_.reserve(size); }
  std::string take_output() { return std::move(output_); }

 private:
  std::string_view input_;
  std::string output_;
};

// "Sun, 06 Nov 1994 08:49:37 GMT", whatever the locale.
std::string http_date(std::time_t now) {
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                kDays[static_cast<size_t>(utc.tm_wday)], utc.tm_mday,
                kMonths[static_cast<size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour,
                utc.tm_min, utc.tm_sec);
  return text.data();
}

// RFC 9110, 8.6: neither states a length (a 304 could only repeat the one of the 200).
bool states_length(int status) {
  return status != 204 && status != 304;
}

}  // namespace

class ResponseWriter::Httplib final : public httplib::Server {
 public:
  Httplib() {
    set_pre_routing_handler([this](const httplib::Request&, httplib::Response& out) {
      out.status = response_->status;
      return HandlerResponse::Handled;
    });
    // Runs last before writing, so it has the say over the headers that httplib adds on its own:
    // Accept-Ranges, Keep-Alive, and a length on answers that have none.
    set_post_routing_handler(
        [this](const httplib::Request&, httplib::Response& out) { fill(out); });
  }

  std::string write(const Response& response, const ResponseWriter::Options& options) {
    response_ = &response;
    options_ = options;
    Exchange exchange("GET / HTTP/1.1\r\n\r\n");
    exchange.reserve(1024 + (options.head_only ? 0 : response.body.size()));
    bool closed = false;
    process_request(exchange, options.close, closed, nullptr);
    // The body goes straight from the Response: httplib would want a copy of its own.
    std::string bytes = exchange.take_output();
    if (!options.head_only && states_length(response.status)) bytes.append(response.body);
    return bytes;
  }

 private:
  void fill(httplib::Response& out) {
    out.headers.clear();
    for (const Field& field : response_->headers) out.headers.emplace(field.name, field.value);
    out.headers.emplace("Date", http_date(options_.now));
    if (states_length(response_->status)) {
      out.headers.emplace("Content-Length", std::to_string(response_->body.size()));
    }
    if (options_.close) out.headers.emplace("Connection", "close");
  }

  const Response* response_ = nullptr;
  ResponseWriter::Options options_;
};

ResponseWriter::ResponseWriter() : httplib_(std::make_unique<Httplib>()) {}
ResponseWriter::~ResponseWriter() = default;

std::string ResponseWriter::write(const Response& response, const Options& options) {
  return httplib_->write(response, options);
}

}  // namespace kb::http
