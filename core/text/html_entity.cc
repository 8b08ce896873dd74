#include "core/text/html_entity.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text/normal_form.h"

namespace kb::text {
namespace {

struct Name {
  std::string_view name;
  char32_t character;
};

constexpr std::array kNames = {
    Name{"amp", '&'},       Name{"lt", '<'},        Name{"gt", '>'},        Name{"quot", '"'},
    Name{"apos", '\''},     Name{"nbsp", ' '},      Name{"ensp", ' '},      Name{"emsp", ' '},
    Name{"thinsp", ' '},    Name{"zwnj", 0x200C},   Name{"zwj", 0x200D},    Name{"ndash", 0x2013},
    Name{"mdash", 0x2014},  Name{"lsquo", 0x2018},  Name{"rsquo", 0x2019},  Name{"sbquo", 0x201A},
    Name{"ldquo", 0x201C},  Name{"rdquo", 0x201D},  Name{"bdquo", 0x201E},  Name{"bull", 0x2022},
    Name{"hellip", 0x2026}, Name{"lsaquo", 0x2039}, Name{"rsaquo", 0x203A}, Name{"euro", 0x20AC},
    Name{"trade", 0x2122},  Name{"rarr", 0x2192},   Name{"larr", 0x2190},   Name{"ne", 0x2260},
    Name{"le", 0x2264},     Name{"ge", 0x2265},     Name{"minus", 0x2212},  Name{"OElig", 0x152},
    Name{"oelig", 0x153},   Name{"Scaron", 0x160},  Name{"scaron", 0x161}};

// U+00A1 and on, in order.
constexpr std::array<std::string_view, 95> kLatin1 = {
    "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",
    "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",
    "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",
    "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute",
    "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",
    "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave",
    "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",    "ntilde",
    "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave", "uacute",
    "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

char32_t named(std::string_view name) {
  const auto* known = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const Name& each) { return each.name == name; });
  if (known != kNames.end()) return known->character;
  const auto* latin = std::find(kLatin1.begin(), kLatin1.end(), name);
  return latin == kLatin1.end() ? 0 : static_cast<char32_t>(0xA1 + (latin - kLatin1.begin()));
}

char32_t numbered(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  unsigned value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  const bool character = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (!whole || (!character && value != '\n' && value != '\t')) return 0;
  return value == 0xA0 ? U' ' : static_cast<char32_t>(value);
}

// `is_meant`: whether what begins with "&" is to be read.
template <class IsMeant>
std::string decoded(std::string_view html, const IsMeant& is_meant) {
  std::string text;
  text.reserve(html.size());
  while (!html.empty()) {
    const auto plain = std::min(html.find('&'), html.size());
    text += html.substr(0, plain);
    html.remove_prefix(plain);
    if (html.empty()) break;
    const auto taken = is_meant(html) ? append_entity(html, text) : 0;
    if (taken == 0) text += '&';
    html.remove_prefix(std::max<std::size_t>(taken, 1));
  }
  return text;
}

}  // namespace

std::size_t append_entity(std::string_view html, std::string& text) {
  constexpr std::size_t kLongest = 10;
  const auto end = html.substr(0, kLongest).find(';');
  if (end == html.npos || end < 2) return 0;
  const auto inside = html.substr(1, end - 1);
  const char32_t character = inside.front() == '#' ? numbered(inside.substr(1)) : named(inside);
  if (character == 0) return 0;
  if (character != 0xAD) text += to_utf8(std::u32string_view(&character, 1));  // soft hyphen
  return end + 1;
}

std::string without_entities(std::string_view html) {
  return decoded(html, [](std::string_view) { return true; });
}

std::string unescaped_html(std::string_view html) {
  constexpr std::array<std::string_view, 6> kEscapes = {"&amp;",  "&lt;",  "&gt;",
                                                        "&quot;", "&#39;", "&#x27;"};
  return decoded(html, [&](std::string_view rest) {
    return std::ranges::any_of(kEscapes,
                               [&](std::string_view escape) { return rest.starts_with(escape); });
  });
}

}  // namespace kb::text
