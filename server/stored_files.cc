#include "server/stored_files.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/base/durable_file.h"
#include "server/security_headers.h"

namespace kb {
namespace {

constexpr std::string_view kForEver = "public, max-age=31536000, immutable";
// Products name it without its hash, on each of their pages.
constexpr std::string_view kWidget = "widget.js";
constexpr std::string_view kForAWhile = "public, max-age=600";
constexpr std::string_view kDownload = "application/octet-stream";

struct Type {
  std::string_view ending;
  std::string_view type;
};
constexpr std::array kTypes = {
    Type{".png", "image/png"},
    Type{".jpg", "image/jpeg"},
    Type{".jpeg", "image/jpeg"},
    Type{".gif", "image/gif"},
    Type{".webp", "image/webp"},
    Type{".avif", "image/avif"},
    Type{".svg", "image/svg+xml"},
    Type{".ico", "image/x-icon"},
    Type{".pdf", "application/pdf"},
    Type{".txt", "text/plain; charset=utf-8"},
    Type{".csv", "text/csv; charset=utf-8"},
    Type{".json", "application/json"},
    Type{".mp4", "video/mp4"},
    Type{".webm", "video/webm"},
    Type{".mp3", "audio/mpeg"},
    Type{".zip", "application/zip"},
};

}  // namespace

std::string_view content_type_of(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto& type : kTypes)
    if (lower.ends_with(type.ending)) return type.type;
  return kDownload;
}

http::Response answer_asset(const HelpCenter& center, const http::Request& request,
                            std::string_view name) {
  const auto* asset = center.renderer.assets().find(name);
  if (asset == nullptr) return http::problem(404, "There is no such file.");
  http::Response response;
  response.content_type = asset->content_type;
  response.body = asset->body;
  if (!asset->gzip_body.empty())
    response.gzipped = std::make_shared<const std::string>(asset->gzip_body);
  response.etag = asset->hash;
  response.headers = file_security_headers();
  // Without the hash, or with that of another version, the address may mean something else
  // tomorrow.
  if (request.param("v") == asset->hash)
    response.cache_control = kForEver;
  else
    response.cache_control = name == kWidget ? kForAWhile : "no-cache";
  return response;
}

http::Response answer_file(const HelpCenter& center, std::string_view address) {
  const auto generation = center.searchers.generation();
  if (!generation) return http::problem(503, "The index has not been published yet.");
  const auto hash = address.substr(0, address.find('/'));
  const auto* file = generation->file_with_hash(hash, center.audience());
  if (file == nullptr) return http::problem(404, "There is no such file.");
  auto bytes = read_file(generation->stored_path(*file));
  if (!bytes) {
    auto response = http::problem(500, "The file cannot be read.");
    response.fault = to_line(bytes.error());
    return response;
  }
  http::Response response;
  response.content_type = content_type_of(address);
  response.headers = file_security_headers();
  if (response.content_type == kDownload)
    response.headers.push_back({"Content-Disposition", "attachment"});
  response.etag = file->hash;
  response.cache_control = kForEver;
  response.body = std::move(*bytes);
  return response;
}

}  // namespace kb
