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

Result<TemplateSources::Files> read_folder(const fs::path& folder) {
  TemplateSources::Files files;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() != kEnding) continue;
    auto text = read_file(it->path());
    if (!text) return fail(text.error());
    files.emplace(it->path().stem().string(), TemplateSources::File{it->path(), std::move(*text)});
  }
  if (error) return fail("cannot read the folder: " + error.message(), folder.string());
  return files;
}

}  // namespace

std::string place_in(const TemplateSources::File& file, std::size_t offset) {
  const auto before = std::string_view(file.text).substr(0, offset);
  return file.path.string() + ":" +
         std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
}

Result<TemplateSources> TemplateSources::load(const fs::path& folder, const fs::path& overrides) {
  TemplateSources sources;
  auto built_in = read_folder(folder);
  if (!built_in) return fail(built_in.error());
  sources.built_in_ = std::move(*built_in);
  std::error_code ignored;
  if (!overrides.empty() && fs::is_directory(overrides, ignored)) {
    auto own = read_folder(overrides);
    if (own) {
      sources.own_ = std::move(*own);
    } else {
      sources.problems_.push_back(own.error());
    }
  }
  if (!sources.built_in_.contains(kLayout)) {
    return fail("the template around all pages is missing", (folder / "layout.mustache").string());
  }
  return sources;
}

const TemplateSources::File* TemplateSources::find(std::string_view name) const {
  for (const Files* files : {&own_, &built_in_}) {
    if (const auto found = files->find(name); found != files->end()) return &found->second;
  }
  return nullptr;
}

Result<std::string> TemplateSources::whole(std::string_view page) const {
  return expand(*find(kLayout), page, 0);
}

void TemplateSources::withdraw(const std::string& name, Error why) {
  own_.erase(name);
  problems_.push_back(std::move(why));
}

void TemplateSources::withdraw_faulty(std::span<const std::string_view> pages) {
  for (const auto page : pages) {
    for (auto made = whole(page); !made && !own_.empty(); made = whole(page)) {
      withdraw(culprit(made.error(), page), made.error());
    }
  }
}

// The own file that the error names; or, where files include one another through a built-in one,
// the first without which the page is whole.
std::string TemplateSources::culprit(const Error& error, std::string_view page) const {
  for (const auto& [name, file] : own_) {
    if (error.where.starts_with(file.path.string() + ":")) return name;
  }
  for (const auto& [name, file] : own_) {
    TemplateSources without = *this;
    without.own_.erase(name);
    if (without.whole(page)) return name;
  }
  return own_.begin()->first;
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
    const File* partial = find(name == kPagePartial ? page : name);
    if (!partial) {
      return fail("there is no partial `" + std::string(name) + "`", place_in(file, open),
                  "it would be " + std::string(name) + std::string(kEnding));
    }
    if (depth == kMaxDepth) {
      return fail("partials include one another without end", place_in(file, open));
    }
    auto inner = expand(*partial, page, depth + 1);
    if (!inner) return inner;
    whole.append(text, done, open - done).append(trimmed(*inner));
    done = close + kClose.size();
  }
  return whole.append(text, done);
}

}  // namespace kb::page
