#include "scripts/benchmarks/load_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

#include "core/article/link.h"
#include "core/base/file_descriptor.h"
#include "scripts/benchmarks/child.h"

namespace kb::bench {
namespace {

constexpr int kSilenceMs = 10'000;
constexpr std::size_t kReadSize = 1 << 16;

std::string request_for(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n";
}

FileDescriptor connect_to(std::uint16_t port) {
  FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (!socket ||
      ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    return {};
  const int at_once = 1;
  ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  const timeval patience{kSilenceMs / 1000, 0};
  ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  return socket;
}

// One connection: its request in flight and what has come of the answer.
class Conversation {
 public:
  enum class State { waiting, answered, failed };

  explicit Conversation(std::uint16_t port) : socket_(connect_to(port)) {}

  int descriptor() const { return socket_.get(); }
  bool open() const { return static_cast<bool>(socket_); }
  double asked_at() const { return asked_at_; }
  std::string body() const { return answer_.substr(std::min(body_at_, answer_.size())); }

  // Requests are smaller than any socket's buffer: one send takes them whole.
  bool ask(const std::string& request) {
    answer_.clear();
    body_at_ = size_ = 0;
    asked_at_ = wall_seconds();
    return ::send(socket_.get(), request.data(), request.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(request.size());
  }

  State read(int flags) {
    std::array<char, kReadSize> buffer;
    const ssize_t got = ::recv(socket_.get(), buffer.data(), buffer.size(), flags);
    if (got < 0 && (errno == EINTR || (flags != 0 && errno == EAGAIN))) return State::waiting;
    if (got <= 0) return State::failed;
    answer_.append(buffer.data(), static_cast<std::size_t>(got));
    if (body_at_ == 0 && !read_head()) return State::failed;
    if (body_at_ == 0 || answer_.size() < size_) return State::waiting;
    return answer_.size() == size_ ? State::answered : State::failed;
  }

 private:
  // False where the head is complete and not that of a success with a known length.
  bool read_head() {
    static constexpr std::string_view kLength = "\r\nContent-Length: ";
    const auto end = answer_.find("\r\n\r\n");
    if (end == std::string::npos) return true;
    const auto length = answer_.find(kLength);
    if (!answer_.starts_with("HTTP/1.1 20") || length > end) return false;
    body_at_ = end + 4;
    size_ = body_at_ + std::strtoul(answer_.c_str() + length + kLength.size(), nullptr, 10);
    return true;
  }

  FileDescriptor socket_;
  std::string answer_;
  std::size_t body_at_ = 0;  // 0: the head is not complete
  std::size_t size_ = 0;     // of the whole answer
  double asked_at_ = 0;
};

class LoadRun {
 public:
  LoadRun(std::uint16_t port, const std::vector<std::string>& requests, std::size_t connections)
      : requests_(requests), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    const std::size_t count = std::min(connections, requests.size());
    for (std::size_t i = 0; i < count; ++i) conversations_.emplace_back(port);
    latencies_us_.reserve(requests.size());
  }

  LoadResult run() {
    const double started = wall_seconds();
    for (std::size_t i = 0; i < conversations_.size(); ++i) join(i);
    std::array<epoll_event, 256> events;
    while (busy_ > 0) {
      const int ready = ::epoll_wait(epoll_.get(), events.data(), events.size(), kSilenceMs);
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0) break;  // silence: what is in flight has failed
      for (int i = 0; i < ready; ++i) attend(events[static_cast<std::size_t>(i)].data.u64);
    }
    LoadResult result;
    result.seconds = wall_seconds() - started;
    result.answered = latencies_us_.size();
    result.failed = requests_.size() - result.answered;
    if (latencies_us_.empty()) return result;
    std::sort(latencies_us_.begin(), latencies_us_.end());
    result.median_us = latencies_us_[latencies_us_.size() / 2];
    result.p99_us = latencies_us_[latencies_us_.size() * 99 / 100];
    return result;
  }

 private:
  void join(std::size_t i) {
    if (!conversations_[i].open()) return;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, conversations_[i].descriptor(), &event);
    ++busy_;
    ask_next(i);
  }

  void ask_next(std::size_t i) {
    if (next_ == requests_.size() || !conversations_[i].ask(requests_[next_++])) leave(i);
  }

  void leave(std::size_t i) {
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, conversations_[i].descriptor(), nullptr);
    --busy_;
  }

  void attend(std::size_t i) {
    switch (conversations_[i].read(MSG_DONTWAIT)) {
      case Conversation::State::waiting:
        return;
      case Conversation::State::failed:
        return leave(i);
      case Conversation::State::answered:
        latencies_us_.push_back((wall_seconds() - conversations_[i].asked_at()) * 1e6);
        return ask_next(i);
    }
  }

  const std::vector<std::string>& requests_;
  FileDescriptor epoll_;
  std::vector<Conversation> conversations_;
  std::vector<double> latencies_us_;
  std::size_t next_ = 0;
  std::size_t busy_ = 0;
};

}  // namespace

LoadResult load(std::uint16_t port, const std::vector<std::string>& targets,
                std::size_t connections) {
  std::vector<std::string> requests;
  requests.reserve(targets.size());
  for (const auto& target : targets) requests.push_back(request_for(target));
  return load_requests(port, requests, connections);
}

LoadResult load_requests(std::uint16_t port, const std::vector<std::string>& requests,
                         std::size_t connections) {
  return LoadRun(port, requests, connections).run();
}

std::string post_request(const std::string& target, const std::string& json,
                         const std::string& more_headers) {
  return "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" +
         more_headers + "Content-Length: " + std::to_string(json.size()) + "\r\n\r\n" + json;
}

std::optional<std::string> get(std::uint16_t port, const std::string& target) {
  Conversation conversation(port);
  if (!conversation.open() || !conversation.ask(request_for(target))) return std::nullopt;
  auto state = Conversation::State::waiting;
  while (state == Conversation::State::waiting) state = conversation.read(0);
  if (state == Conversation::State::failed) return std::nullopt;
  return conversation.body();
}

std::string search_target(const SearchQuery& query) {
  return "/api/v1/search?q=" + percent_encode_path(query.text) + "&lang=" + query.lang;
}

}  // namespace kb::bench
