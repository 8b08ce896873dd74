// Goes through the HTML that the indexer writes, piece by piece: tags and the text between them.
//
//   HtmlReader reader(html);
//   while (const auto piece = reader.next()) …      // {Kind::open, "a"}, {Kind::text, "here"} …
//   piece->attribute("href")                        // decoded
//
// Knows well-formed tags with quoted attributes only, as that HTML has them. Views into the HTML:
// lives no longer. Not thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kb {

struct HtmlPiece {
  enum class Kind { open, close, text } kind = Kind::text;
  std::string_view name;  // of the element
  std::string_view tag;   // all of it, between < and >
  std::string text;       // decoded

  std::string attribute(std::string_view attribute_name) const;  // decoded; empty: none
  bool has_class(std::string_view css_class) const;
};

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : rest_(html) {}
  std::optional<HtmlPiece> next();

 private:
  std::string_view rest_;
};

}  // namespace kb
