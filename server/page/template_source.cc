#include "server/page/template_source.h"

#include <algorithm>
#include <utility>

#include "core/base/durable_file.h"

namespace kb::page {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".mustache";
constexpr std::string_view kLayout = "layout";
constexpr std::string_view kPagePartial = "page";
constexpr int kMaxDepth = 16;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

Result<void> add_folder(const fs::path& folder,
                        std::map<std::string, TemplateSources::File, std::less<>>& files) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() != kEnding) continue;
    auto text = read_file(it->path());
    if (!text) return fail(text.error());
    files.insert_or_assign(it->path().stem().string(),
                           TemplateSources::File{it->path(), std::move(*text)});
  }
  if (error) return fail("cannot read the folder: " + error.message(), folder.string());
  return {};
}

}  // namespace

std::string place_in(const TemplateSources::File& file, std::size_t offset) {
  const auto before = std::string_view(file.text).substr(0, offset);
  return file.path.string() + ":" +
         std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
}

Result<TemplateSources> TemplateSources::load(const fs::path& folder, const fs::path& overrides) {
  TemplateSources sources;
  if (auto added = add_folder(folder, sources.files_); !added) return fail(added.error());
  std::error_code ignored;
  if (!overrides.empty() && fs::is_directory(overrides, ignored)) {
    if (auto added = add_folder(overrides, sources.files_); !added) return fail(added.error());
  }
  if (!sources.files_.contains(kLayout)) {
    return fail("the template around all pages is missing", (folder / "layout.mustache").string());
  }
  return sources;
}

Result<std::string> TemplateSources::whole(std::string_view page) const {
  return expand(files_.find(kLayout)->second, page, 0);
}

Result<std::string> TemplateSources::expand(const File& file, std::string_view page,
                                            int depth) const {
  constexpr std::string_view kOpen = "{{>";
  constexpr std::string_view kClose = "}}";
  const std::string_view text = file.text;
  std::string whole;
  std::size_t done = 0;
  for (auto open = text.find(kOpen); open != text.npos; open = text.find(kOpen, done)) {
    const auto close = text.find(kClose, open);
    if (close == text.npos) return fail("a tag is not closed", place_in(file, open));
    const auto name = trimmed(text.substr(open + kOpen.size(), close - open - kOpen.size()));
    const auto partial = files_.find(name == kPagePartial ? page : name);
    if (partial == files_.end()) {
      return fail("there is no partial `" + std::string(name) + "`", place_in(file, open),
                  "it would be " + std::string(name) + std::string(kEnding));
    }
    if (depth == kMaxDepth) {
      return fail("partials include one another without end", place_in(file, open));
    }
    auto inner = expand(partial->second, page, depth + 1);
    if (!inner) return inner;
    whole.append(text, done, open - done).append(trimmed(*inner));
    done = close + kClose.size();
  }
  return whole.append(text, done);
}

}  // namespace kb::page
