// The header of a mail: fields unfolded, encoded words (RFC 2047) as what they mean.
//
//   MailHeader header = read_mail_header(text);            // up to the first empty line
//   header.text("Subject")                                 // "Zwrot pieniędzy"
//   mail_address("Ana Pop <Ana@Example.com>")              // {"ana@example.com", "Ana Pop"}
//   parameter("text/plain; charset=\"utf-8\"", "charset") // "utf-8"
//
// Lenient: a field that makes no sense is empty. Pure, thread-safe.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kb::tickets {

struct MailHeader {
  std::map<std::string, std::string> fields;  // by lower-case name, as written; the first of a name
  std::size_t size = 0;                       // of the header's bytes with the empty line

  std::string raw(const std::string& lower_name) const;
  std::string text(const std::string& lower_name) const;  // with encoded words decoded
};

MailHeader read_mail_header(std::string_view message);

struct MailAddress {
  std::string address;  // lower case
  std::string name;
};
MailAddress mail_address(std::string_view field);              // the first one in it
std::vector<std::string> message_ids(std::string_view field);  // "<a@b> <c@d>" without brackets
std::string parameter(std::string_view field, std::string_view name);

std::string decode_words(std::string_view text);
std::string decode_base64(std::string_view text);
std::string decode_quoted_printable(std::string_view text, bool in_header = false);

// As the names of fields, encodings and types are compared.
std::string lower_ascii(std::string_view text);

}  // namespace kb::tickets
