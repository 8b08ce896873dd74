// What a mail says, once: paragraphs, links, quotations. It is written as plain text and as HTML.
//
//   MailBody body{.lang = "ro"};
//   body.say("Am primit mesajul tău.").link("Vezi mesajul", url).list(articles);
//   as_text(body);  as_html(body);
//
// Texts are escaped, addresses are whole ones and stand alone on their line in plain text. HTML is
// of the simplest, readable in light and dark, from the right where the language is. A plain value.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/page/layout.h"

namespace kb {

struct MailBlock {
  enum class Kind { paragraph, link, list, quotation };

  Kind kind = Kind::paragraph;
  std::string text = {};
  std::vector<page::Link> links = {};  // one, or a list's: an item without an address is mere text
};

struct MailBody {
  std::string lang = {};
  std::vector<MailBlock> blocks = {};

  MailBody& say(std::string text);
  MailBody& quote(std::string text);  // keeps its line breaks
  MailBody& link(std::string text, std::string url);
  MailBody& list(std::vector<page::Link> links);
};

std::string as_text(const MailBody& body);
std::string as_html(const MailBody& body);

}  // namespace kb
