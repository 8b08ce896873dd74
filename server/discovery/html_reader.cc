#include "server/discovery/html_reader.h"

#include <array>
#include <utility>

namespace kb {
namespace {

using std::string_view;

// The entities that the project's own escaping makes.
std::string decode(string_view text) {
  constexpr auto kEntities = std::to_array<std::pair<string_view, char>>(
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}});
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto* known = kEntities.begin();
    while (known != kEntities.end() && !text.substr(at).starts_with(known->first)) ++known;
    plain += known == kEntities.end() ? text[at] : known->second;
    at += known == kEntities.end() ? 1 : known->first.size();
  }
  return plain;
}

}  // namespace

std::string HtmlPiece::attribute(string_view attribute_name) const {
  const std::string mark = " " + std::string(attribute_name) + "=\"";
  const auto begin = tag.find(mark);
  if (begin == tag.npos) return {};
  const auto value = tag.substr(begin + mark.size());
  return decode(value.substr(0, value.find('"')));
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
    piece.text = decode(text);
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
