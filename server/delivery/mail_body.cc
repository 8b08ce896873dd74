#include "server/delivery/mail_body.h"

#include "server/page/html_text.h"

namespace kb {
namespace {

using page::escape_html;

// Each line of a quotation begins with "> ".
std::string quoted_text(std::string_view text) {
  std::string out = "> ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "> ";
  }
  return out;
}

std::string list_text(const std::vector<page::Link>& links) {
  std::string out;
  for (const auto& [text, url] : links) {
    if (!out.empty()) out += '\n';
    out += "- " + text;
    if (!url.empty()) out += "\n  " + url;
  }
  return out;
}

std::string text_of(const MailBlock& block) {
  switch (block.kind) {
    case MailBlock::Kind::link:
      return block.links.front().text + ":\n" + block.links.front().url;
    case MailBlock::Kind::list:
      return list_text(block.links);
    case MailBlock::Kind::quotation:
      return quoted_text(block.text);
    case MailBlock::Kind::paragraph:
      break;
  }
  return block.text;
}

std::string link_html(const page::Link& link) {
  const auto text = escape_html(link.text);
  return link.url.empty() ? text : "<a href=\"" + escape_html(link.url) + "\">" + text + "</a>";
}

std::string list_html(const std::vector<page::Link>& links) {
  std::string out = "<ul>";
  for (const auto& link : links) out += "\n<li>" + link_html(link) + "</li>";
  return out + "\n</ul>";
}

std::string html_of(const MailBlock& block) {
  switch (block.kind) {
    case MailBlock::Kind::link:
      return "<p><strong>" + link_html(block.links.front()) + "</strong></p>";
    case MailBlock::Kind::list:
      return list_html(block.links);
    case MailBlock::Kind::quotation:
      return "<blockquote style=\"white-space: pre-wrap\" dir=\"auto\">" + escape_html(block.text) +
             "</blockquote>";
    case MailBlock::Kind::paragraph:
      break;
  }
  return "<p>" + escape_html(block.text) + "</p>";
}

}  // namespace

MailBody& MailBody::say(std::string text) {
  blocks.push_back({MailBlock::Kind::paragraph, std::move(text)});
  return *this;
}
MailBody& MailBody::quote(std::string text) {
  blocks.push_back({MailBlock::Kind::quotation, std::move(text)});
  return *this;
}
MailBody& MailBody::link(std::string text, std::string url) {
  blocks.push_back({MailBlock::Kind::link, {}, {{std::move(text), std::move(url)}}});
  return *this;
}
MailBody& MailBody::list(std::vector<page::Link> links) {
  if (!links.empty()) blocks.push_back({MailBlock::Kind::list, {}, std::move(links)});
  return *this;
}

std::string as_text(const MailBody& body) {
  std::string out;
  for (const auto& block : body.blocks) out += (out.empty() ? "" : "\n\n") + text_of(block);
  return out + "\n";
}

std::string as_html(const MailBody& body) {
  std::string out = "<!doctype html>\n<html lang=\"" + escape_html(body.lang) + "\" dir=\"" +
                    page::direction(body.lang) +
                    "\">\n<head><meta charset=\"utf-8\"><meta name=\"color-scheme\" "
                    "content=\"light dark\"></head>\n"
                    "<body style=\"max-width: 38em; font: 16px/1.5 sans-serif\">\n";
  for (const auto& block : body.blocks) out += html_of(block) + "\n";
  return out + "</body>\n</html>\n";
}

}  // namespace kb
