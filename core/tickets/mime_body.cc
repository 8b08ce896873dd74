#include "core/tickets/mime_body.h"

#include <algorithm>
#include <vector>

#include "core/text/charset.h"
#include "core/text/normal_form.h"

namespace kb::tickets {
namespace {

constexpr int kDeepestPart = 5;

// UTF-8 where nothing is said and it is that, else what most mails of old were in.
std::string decoded(std::string bytes, std::string charset) {
  if (charset.empty() || lower_ascii(charset) == "us-ascii") charset = "utf-8";
  if (lower_ascii(charset) == "utf-8" && !text::is_valid_utf8(bytes)) charset = "windows-1252";
  auto utf8 = text::decode_charset(bytes, charset);
  if (!utf8) utf8 = text::decode_charset(bytes, "windows-1252");
  return utf8 ? std::move(*utf8) : std::move(bytes);
}

std::string transferred(const MailHeader& header, std::string_view body) {
  const std::string encoding = lower_ascii(header.raw("content-transfer-encoding"));
  if (encoding.starts_with("base64")) return decode_base64(body);
  if (encoding.starts_with("quoted-printable")) return decode_quoted_printable(body);
  return std::string(body);
}

// The parts between the boundary's lines.
std::vector<std::string_view> parts_of(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string line = "--" + boundary;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < body.size();) {
    const auto end = std::min(body.find('\n', at), body.size());
    if (body.substr(at, end - at).starts_with(line)) {
      if (begin != body.npos) parts.push_back(body.substr(begin, at - begin));
      begin = end + 1;
      if (body.substr(at + line.size()).starts_with("--")) return parts;
    }
    at = end + 1;
  }
  if (begin < body.size()) parts.push_back(body.substr(begin));
  return parts;
}

MimeText read_part(const MailHeader& header, std::string_view body, int depth) {
  const std::string type = lower_ascii(header.raw("content-type"));
  if (lower_ascii(header.raw("content-disposition")).starts_with("attachment")) return {};
  if (type.starts_with("multipart/")) {
    if (depth >= kDeepestPart) return {};
    MimeText html;
    MimeText plain;
    for (const auto part : parts_of(body, parameter(header.raw("content-type"), "boundary"))) {
      const MailHeader inner = read_mail_header(part);
      MimeText text = read_part(inner, part.substr(inner.size), depth + 1);
      MimeText& into = text.is_html ? html : plain;
      if (into.text.empty()) into = std::move(text);
    }
    return plain.text.find_first_not_of(" \t\r\n") == std::string::npos ? html : plain;
  }
  if (!type.empty() && !type.starts_with("text/plain") && !type.starts_with("text/html")) return {};
  return {decoded(transferred(header, body), parameter(header.raw("content-type"), "charset")),
          type.starts_with("text/html")};
}

}  // namespace

MimeText read_mime_body(const MailHeader& header, std::string_view body) {
  return read_part(header, body, 0);
}

}  // namespace kb::tickets
