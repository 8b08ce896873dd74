#include "server/agent/reply_text.h"

#include <algorithm>

#include "core/text/normal_form.h"

namespace kb {
namespace {

using index::RecordSection;

void append_block(std::string& out, std::string_view block) {
  if (block.empty()) return;
  if (!out.empty()) out += "\n\n";
  out += block;
}

void append_lines(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    append_block(out, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string cut_to_reply(std::string text) {
  if (text.size() <= kLongestReply) return text;
  const auto kept = text::utf8_prefix(text, kLongestReply);
  const auto space = kept.find_last_of(" \n");
  return std::string(kept.substr(0, space == kept.npos ? kept.size() : space)) + " …";
}

}  // namespace

std::string reply_text(const index::Record& record, std::string_view anchor) {
  const auto& sections = record.sections();
  auto from = std::ranges::find(sections, anchor, &RecordSection::anchor);
  if (anchor.empty() || from == sections.end())
    from = std::ranges::find_if(sections, [](const auto& each) { return !each.text.empty(); });
  if (from == sections.end()) return {};
  std::string out;
  append_lines(out, from->text);
  if (from->level == 0) return cut_to_reply(std::move(out));
  for (auto below = from + 1; below != sections.end() && below->level > from->level; ++below) {
    append_block(out, below->title);
    append_lines(out, below->text);
  }
  return cut_to_reply(std::move(out));
}

}  // namespace kb
