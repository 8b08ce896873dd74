#include "core/tickets/mail_header.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/text/charset.h"

namespace kb::tickets {
namespace {

std::string_view trim_header(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
    text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
    text.remove_suffix(1);
  return text;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

// An encoded word: =?charset?q?bytes?=
struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t size = 0;  // 0: there is none
};

EncodedWord encoded_word(std::string_view text) {
  EncodedWord word;
  if (!text.starts_with("=?")) return word;
  const auto charset_end = text.find('?', 2);
  if (charset_end == text.npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?')
    return word;
  const auto end = text.find("?=", charset_end + 3);
  if (end == text.npos) return word;
  const auto encoding =
      static_cast<char>(std::tolower(static_cast<unsigned char>(text[charset_end + 1])));
  const auto bytes = text.substr(charset_end + 3, end - charset_end - 3);
  if ((encoding != 'b' && encoding != 'q') || bytes.find(' ') != bytes.npos) return word;
  word.charset = lower_ascii(text.substr(2, charset_end - 2));
  word.charset.erase(std::min(word.charset.find('*'), word.charset.size()));  // a language tag
  word.bytes = encoding == 'b' ? decode_base64(bytes) : decode_quoted_printable(bytes, true);
  word.size = end + 2;
  return word;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string decode_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

std::string decode_quoted_printable(std::string_view text, bool in_header) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_header && text[i] == '_') {
      bytes += ' ';
    } else if (text[i] != '=') {
      bytes += text[i];
    } else if (i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
      bytes += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else if (text.substr(i + 1).starts_with("\r\n")) {
      i += 2;  // a soft line break
    } else if (text.substr(i + 1).starts_with("\n") || i + 1 == text.size()) {
      i += 1;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

// Words next to each other are one text, whose characters may even be cut between them; the space
// between them is none.
std::string decode_words(std::string_view text) {
  std::string out;
  std::string bytes, charset;  // of the words that are not yet in `out`
  const auto flush = [&] {
    if (bytes.empty()) return;
    auto decoded = text::decode_charset(bytes, charset);
    out += decoded ? *decoded : bytes;
    bytes.clear();
  };
  while (!text.empty()) {
    const auto start = std::min(text.find("=?"), text.size());
    const auto word = encoded_word(text.substr(start));
    const auto gap = text.substr(0, start);
    const bool only_space = gap.find_first_not_of(" \t") == gap.npos;
    if (bytes.empty() || word.size == 0 || !only_space) {
      flush();
      out += gap;
    } else if (word.charset != charset) {
      flush();
    }
    charset = word.charset;
    bytes += word.bytes;
    const auto taken = word.size > 0 ? word.size : std::min<std::size_t>(2, text.size() - start);
    if (word.size == 0) out += text.substr(start, taken);
    text.remove_prefix(start + taken);
  }
  flush();
  return out;
}

std::string MailHeader::raw(const std::string& lower_name) const {
  const auto found = fields.find(lower_name);
  return found == fields.end() ? std::string() : found->second;
}

std::string MailHeader::text(const std::string& lower_name) const {
  return decode_words(raw(lower_name));
}

MailHeader read_mail_header(std::string_view message) {
  MailHeader header;
  std::string* last = nullptr;
  std::string ignored;
  while (header.size < message.size()) {
    const auto end = std::min(message.find('\n', header.size), message.size());
    auto line = message.substr(header.size, end - header.size);
    header.size = std::min(end + 1, message.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (last != nullptr) last->append(" ").append(trim_header(line));
      continue;
    }
    const auto colon = line.find(':');
    if (colon == line.npos) {
      last = nullptr;
      continue;
    }
    const auto [place, is_new] =
        header.fields.emplace(lower_ascii(line.substr(0, colon)), std::string());
    last = is_new ? &place->second : &ignored;
    *last = std::string(trim_header(line.substr(colon + 1)));
  }
  return header;
}

MailAddress mail_address(std::string_view field) {
  MailAddress found;
  const auto open = field.find('<');
  const auto close = field.find('>', open == field.npos ? 0 : open);
  if (open != field.npos && close != field.npos) {
    found.address = lower_ascii(trim_header(field.substr(open + 1, close - open - 1)));
    auto name = trim_header(field.substr(0, open));
    if (name.size() > 1 && name.front() == '"' && name.back() == '"')
      name = name.substr(1, name.size() - 2);
    found.name = decode_words(name);
  } else {
    const auto word = trim_header(field.substr(0, field.find_first_of(",( ")));
    if (word.find('@') != word.npos) found.address = lower_ascii(word);
  }
  return found;
}

std::vector<std::string> message_ids(std::string_view field) {
  std::vector<std::string> ids;
  while (ids.size() < 200) {
    const auto open = field.find('<');
    const auto close = field.find('>', open == field.npos ? 0 : open);
    if (open == field.npos || close == field.npos) break;
    ids.emplace_back(field.substr(open + 1, close - open - 1));
    field.remove_prefix(close + 1);
  }
  return ids;
}

std::string parameter(std::string_view field, std::string_view name) {
  const std::string wanted = std::string(name) + "=";
  const std::string folded = lower_ascii(field);
  for (auto at = folded.find(wanted); at != folded.npos; at = folded.find(wanted, at + 1)) {
    if (at == 0 || std::string_view("; \t").find(folded[at - 1]) == std::string_view::npos)
      continue;
    auto value = field.substr(at + wanted.size());
    if (value.starts_with('"')) {
      value.remove_prefix(1);
      return std::string(value.substr(0, value.find('"')));
    }
    return std::string(trim_header(value.substr(0, value.find(';'))));
  }
  return {};
}

}  // namespace kb::tickets
