#include "indexer/layout.h"

#include "core/text/language.h"
#include "core/text/normal_form.h"

namespace kb {
namespace {

constexpr std::string_view kLang = "{lang}";
constexpr std::string_view kPath = "{path}";

// ".mdx" files are matched as if they were ".md".
std::string_view as_md(std::string_view path) {
  if (path.ends_with(".mdx")) path.remove_suffix(1);
  return path;
}

}  // namespace

bool is_markdown(std::string_view path) {
  return as_md(path).ends_with(".md");
}

Layout::Layout(const std::vector<std::string>& patterns) {
  for (std::string_view rest : patterns) {
    Pattern pattern;
    while (!rest.empty()) {
      const auto lang = rest.find(kLang);
      const auto path = rest.find(kPath);
      const auto next = std::min(lang, path);
      if (next > 0) pattern.push_back({Part::Kind::literal, std::string(rest.substr(0, next))});
      if (next == std::string_view::npos) break;
      pattern.push_back({next == lang ? Part::Kind::lang : Part::Kind::path, {}});
      rest.remove_prefix(next + kLang.size());
    }
    patterns_.push_back(std::move(pattern));
  }
}

bool Layout::match_from(const Pattern& pattern, std::size_t part, std::string_view rest,
                        Languages languages, Captures& captures) {
  if (part == pattern.size()) return rest.empty();
  switch (pattern[part].kind) {
    case Part::Kind::literal:
      return rest.starts_with(pattern[part].text) &&
             match_from(pattern, part + 1, rest.substr(pattern[part].text.size()), languages,
                        captures);
    case Part::Kind::lang: {
      const auto limit = std::min(rest.find('/'), rest.size());
      for (std::size_t size = limit; size > 0; --size) {
        captures.lang = rest.substr(0, size);
        if (languages == Languages::known && !text::canonical_language(captures.lang)) continue;
        if (match_from(pattern, part + 1, rest.substr(size), languages, captures)) return true;
      }
      return false;
    }
    case Part::Kind::path:
      for (std::size_t size = rest.size(); size > 0; --size) {
        if (!match_from(pattern, part + 1, rest.substr(size), languages, captures)) continue;
        captures.path = rest.substr(0, size);
        return true;
      }
      return false;
  }
  return false;
}

std::optional<LayoutMatch> Layout::match(std::string_view path) const {
  for (const auto& pattern : patterns_) {
    Captures captures;
    if (!match_from(pattern, 0, as_md(path), Languages::known, captures)) continue;
    LayoutMatch match;
    if (!captures.lang.empty()) match.lang = *text::canonical_language(captures.lang);
    match.id = text::nfc(captures.path);
    return match;
  }
  return std::nullopt;
}

std::optional<std::string> Layout::mistaken_language(std::string_view path) const {
  for (const auto& pattern : patterns_) {
    Captures captures;
    if (match_from(pattern, 0, as_md(path), Languages::any, captures) && !captures.lang.empty())
      return std::string(captures.lang);
  }
  return std::nullopt;
}

}  // namespace kb
