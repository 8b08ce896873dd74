#include "server/page/assets.h"

#include <zlib.h>

#include <array>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"

namespace kb::page {
namespace {

namespace fs = std::filesystem;

constexpr auto kContentTypes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
});

std::optional<std::string> content_type_of(const fs::path& file) {
  for (const auto& [ending, type] : kContentTypes) {
    if (file.extension() == ending) return std::string(type);
  }
  return std::nullopt;
}

// Empty if zlib fails or the result is no smaller: then the body is sent as it is.
std::string gzip(const std::string& body) {
  constexpr int kGzipFormat = 15 + 16;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipFormat, 9, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    return {};
  }
  std::string out(deflateBound(&stream, body.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int outcome = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return outcome == Z_STREAM_END && out.size() < body.size() ? out : std::string();
}

std::string hex(std::uint64_t number) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(number));
  return digits;
}

Asset make_asset(std::string content_type, std::string body) {
  Asset asset{.content_type = std::move(content_type),
              .body = std::move(body),
              .gzip_body = {},
              .hash = {}};
  asset.gzip_body = gzip(asset.body);
  asset.hash = hex(short_hash(asset.body));
  return asset;
}

Result<Asset> load_asset(const fs::path& file) {
  auto content_type = content_type_of(file);
  if (!content_type) {
    return fail("no content type is known for this kind of file", file.string(),
                "keep only style sheets, scripts, images, fonts and .txt files here");
  }
  auto body = read_file(file);
  if (!body) return fail(body.error());
  return make_asset(std::move(*content_type), std::move(*body));
}

bool is_hidden(const fs::path& file) {
  return file.filename().string().starts_with('.');
}

Result<std::vector<fs::path>> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error) && !is_hidden(it->path())) files.push_back(it->path());
  }
  if (error) return fail("cannot read the folder: " + error.message(), folder.string());
  return files;
}

}  // namespace

Result<Assets> Assets::load(const fs::path& folder, const fs::path& overrides) {
  Assets loaded;
  const auto files = files_in(folder);
  if (!files) return fail(files.error());
  for (const auto& file : *files) {
    if (auto added = loaded.add_file(file); !added) return fail(added.error());
  }
  std::error_code ignored;
  if (!overrides.empty() && fs::is_directory(overrides, ignored)) loaded.add_own(overrides);
  return loaded;
}

Result<void> Assets::add_file(const fs::path& file) {
  auto asset = load_asset(file);
  if (!asset) return fail(asset.error());
  assets_.insert_or_assign(file.filename().string(), std::move(*asset));
  return {};
}

Result<void> Assets::add_library(const std::string& name, const fs::path& file) {
  auto asset = load_asset(file);
  if (!asset) return fail(asset.error());
  assets_.insert_or_assign(name, std::move(*asset));
  return {};
}

void Assets::add_own(const fs::path& folder) {
  const auto files = files_in(folder);
  if (!files) return problems_.push_back(files.error());
  for (const auto& file : *files) {
    if (auto added = add_file(file); !added) problems_.push_back(added.error());
  }
}

void Assets::add(const std::string& name, std::string content_type, std::string body) {
  assets_.insert_or_assign(name, make_asset(std::move(content_type), std::move(body)));
}

const Asset* Assets::find(std::string_view name) const {
  const auto found = assets_.find(name);
  return found == assets_.end() ? nullptr : &found->second;
}

std::string Assets::url(std::string_view base_path, std::string_view name) const {
  std::string url = std::string(base_path) + "/assets/" + std::string(name);
  const Asset* asset = find(name);
  return asset ? url + "?v=" + asset->hash : url;
}

}  // namespace kb::page
