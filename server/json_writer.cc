#include "server/json_writer.h"

#include <array>
#include <charconv>

namespace kb {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text.substr(plain, i - plain));
    plain = i + 1;
    if (c >= 0x20) {
      out.append({'\\', text[i]});
    } else if (c == '\n') {
      out.append("\\n");
    } else {
      out.append({'\\', 'u', '0', '0', kDigits[c >> 4], kDigits[c & 15]});
    }
  }
  out.append(text.substr(plain));
}

}  // namespace

void JsonWriter::separate() {
  if (!first_) text_ += ',';
  first_ = false;
}

void JsonWriter::begin(char bracket) {
  separate();
  text_ += bracket;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  text_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  value(name);
  text_ += ':';
  first_ = true;
}

void JsonWriter::value(std::string_view text) {
  separate();
  text_ += '"';
  append_escaped(text_, text);
  text_ += '"';
}

void JsonWriter::value(double number) {
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  literal({digits.data(), static_cast<std::size_t>(written.ptr - digits.data())});
}

void JsonWriter::literal(std::string_view written) {
  separate();
  text_.append(written);
}

}  // namespace kb
