#include "server/discovery/html_reader.h"

#include <algorithm>

#include "core/text/html_entity.h"

namespace kb {

using std::string_view;

std::string HtmlPiece::attribute(string_view attribute_name) const {
  const std::string mark = " " + std::string(attribute_name) + "=\"";
  const auto begin = tag.find(mark);
  if (begin == tag.npos) return {};
  const auto value = tag.substr(begin + mark.size());
  return text::unescaped_html(value.substr(0, value.find('"')));
}

bool HtmlPiece::has_class(string_view css_class) const {
  return (" " + attribute("class") + " ").find(" " + std::string(css_class) + " ") !=
         std::string::npos;
}

std::optional<HtmlPiece> HtmlReader::next() {
  if (rest_.empty()) return std::nullopt;
  HtmlPiece piece;
  if (rest_.front() != '<') {
    const auto text = rest_.substr(0, rest_.find('<'));
    rest_.remove_prefix(text.size());
    piece.text = text::unescaped_html(text);
    return piece;
  }
  const auto end = std::min(rest_.find('>'), rest_.size() - 1);
  piece.tag = rest_.substr(1, end - 1);
  rest_.remove_prefix(end + 1);
  piece.kind = piece.tag.starts_with('/') ? HtmlPiece::Kind::close : HtmlPiece::Kind::open;
  piece.name = piece.tag.substr(piece.kind == HtmlPiece::Kind::close ? 1 : 0);
  piece.name = piece.name.substr(0, piece.name.find_first_of(" /\n"));
  return piece;
}

}  // namespace kb
