#include "server/writer/answer_file.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb {
namespace {

using nlohmann::json;

// A string of JSON is one of YAML. Line ends that only YAML knows would be folded to a space.
std::string yaml(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

void add_line(std::string& text, std::string_view key, const std::string& value) {
  text += std::string(key) + ": " + value + "\n";
}

std::string yaml(const TicketOrigin& origin) {
  return "{ticket: " + yaml(json(origin.ticket)) + ", asked: " + std::to_string(origin.asked) +
         (origin.approved_by.empty() ? "" : ", approved_by: " + yaml(json(origin.approved_by))) +
         "}";
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Bytes of "12." or "3)" at the beginning, but for the sign; 0: no such number.
std::size_t list_number(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  const bool has_sign = digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  return has_sign ? digits : 0;
}

std::string plain_line(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  std::string out;
  if (const auto number = list_number(line); number > 0) {
    out = std::string(line.substr(0, number)) + "\\";
    out += line[number];
    line.remove_prefix(number + 1);
  } else if (!line.empty() && std::string_view("#>+-=:").find(line.front()) != line.npos) {
    out += '\\';
    out += line.front();
    line.remove_prefix(1);
  }
  for (const char c : line) {
    if (std::string_view("\\`*_[]{}<~|&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

template <class Each>
void each_line(std::string_view text, const Each& each) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    each(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string markdown_file(const FileFacts& facts, std::string_view body) {
  std::string text = "---\n";
  add_line(text, "title", yaml(json(facts.title)));
  if (!facts.category.empty()) add_line(text, "category", yaml(json(facts.category)));
  if (!facts.keywords.empty()) add_line(text, "keywords", yaml(json(facts.keywords)));
  add_line(text, "updated", iso_date(facts.updated));
  add_line(text, "owner", yaml(json(facts.owner)));
  if (facts.draft) add_line(text, "draft", "true");
  if (!facts.merge_into.empty()) add_line(text, "merge_into", yaml(json(facts.merge_into)));
  if (!facts.source_revision.empty())
    add_line(text, "source_revision", yaml(json(facts.source_revision)));
  if (!facts.origin.ticket.empty()) add_line(text, "origin", yaml(facts.origin));
  text += "---\n\n";
  text += body;
  if (!body.ends_with('\n')) text += '\n';
  return text;
}

std::string plain_markdown(std::string_view text) {
  std::string out;
  each_line(text, [&](std::string_view line) { out += plain_line(line) + "\n"; });
  return out;
}

std::string quoted_markdown(std::string_view text) {
  std::string out;
  each_line(text, [&](std::string_view line) {
    const auto plain = plain_line(line);
    out += plain.empty() ? ">\n" : "> " + plain + "\n";
  });
  return out;
}

}  // namespace kb
