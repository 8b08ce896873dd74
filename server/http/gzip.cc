#include "server/http/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>
#include <optional>

#include "server/http/field_value.h"

namespace kb::http {
namespace {

constexpr std::size_t kLeastBytes = 1024;  // below it the answer fits a packet anyway
constexpr int kLevel = 5;
constexpr int kGzipWindow = 15 + 16;  // the largest window; 16 asks for gzip's own header
constexpr int kMemory = 8;

// "gzip;q=0.5" -> whether its weight is above zero; no weight means 1, an unreadable one 0.
bool is_wanted(std::string_view coding) {
  const auto semicolon = coding.find(';');
  if (semicolon == std::string_view::npos) return true;
  const std::string_view weight = trim_blanks(coding.substr(semicolon + 1));
  if (weight.size() < 3 || (weight[0] != 'q' && weight[0] != 'Q') || weight[1] != '=') return false;
  return weight.find_first_of("123456789", 2) != std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<bool> gzip;
  bool any = false;
  for (const std::string_view coding : list_items(accept_encoding)) {
    const std::string_view name = trim_blanks(coding.substr(0, coding.find(';')));
    if (equals_ignoring_case(name, "gzip") || equals_ignoring_case(name, "x-gzip")) {
      gzip = is_wanted(coding);
    } else if (name == "*") {
      any = is_wanted(coding);
    }
  }
  return gzip.value_or(any);
}

bool gains_from_gzip(std::string_view content_type, std::size_t body_bytes) {
  if (body_bytes < kLeastBytes) return false;
  const std::string_view type = trim_blanks(content_type.substr(0, content_type.find(';')));
  constexpr std::array<std::string_view, 5> kTypes{"application/json", "application/javascript",
                                                   "application/xml", "application/x-ndjson",
                                                   "image/svg+xml"};
  return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml") ||
         std::ranges::find(kTypes, type) != kTypes.end();
}

struct Gzip::Deflater {
  z_stream stream{};
};

Gzip::Gzip() : deflater_(std::make_unique<Deflater>()) {
  if (deflateInit2(&deflater_->stream, kLevel, Z_DEFLATED, kGzipWindow, kMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
}

Gzip::~Gzip() {
  deflateEnd(&deflater_->stream);
}

std::string Gzip::compress(std::string_view body) {
  z_stream& stream = deflater_->stream;
  deflateReset(&stream);
  std::string compressed(deflateBound(&stream, body.size()), '\0');
  // zlib never writes through next_in; its type only lacks the const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  deflate(&stream, Z_FINISH);  // one call suffices in a buffer of deflateBound's size
  compressed.resize(stream.total_out);
  return compressed;
}

}  // namespace kb::http
