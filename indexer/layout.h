// Which language and id a file has, by where it lies: the patterns of a source's `layout`.
//
//   Layout layout({"pages/{path}.md", "pages.{lang}/{path}.md"});
//   layout.match("pages.pt_BR/common/tar.md")   -> lang "pt-BR", id "common/tar"
//   layout.match("pages/common/tar.mdx")        -> no lang (the default language), id "common/tar"
//
// Patterns are tried in order; `{lang}` is one path segment or a part of one, `{path}` any run with
// slashes; ".md" in a pattern matches ".mdx", too. Thread-safe once made.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

struct LayoutMatch {
  std::optional<std::string> lang;  // canonical; nothing: the pattern has no {lang}
  std::string id;                   // in NFC

  bool operator==(const LayoutMatch&) const = default;
};

class Layout {
 public:
  explicit Layout(const std::vector<std::string>& patterns);

  std::optional<LayoutMatch> match(std::string_view path) const;

  // Where no pattern matches only because a folder or part is no language tag: that part.
  std::optional<std::string> mistaken_language(std::string_view path) const;

 private:
  struct Part {
    enum class Kind { literal, lang, path } kind;
    std::string text;  // of a literal
  };
  using Pattern = std::vector<Part>;
  struct Captures {
    std::string_view lang;
    std::string_view path;
  };
  enum class Languages { known, any };

  static bool match_from(const Pattern& pattern, std::size_t part, std::string_view rest,
                         Languages languages, Captures& captures);

  std::vector<Pattern> patterns_;
};

// A Markdown file by its ending: .md or .mdx.
bool is_markdown(std::string_view path);

}  // namespace kb
