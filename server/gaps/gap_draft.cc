#include "server/gaps/gap_draft.h"

namespace kb {
namespace {

// A comment ends where it says, whatever stands in it.
std::string comment(std::string text) {
  constexpr std::string_view kEnd = "-->";
  while (text.ends_with('\n')) text.pop_back();
  for (auto at = text.find(kEnd); at != std::string::npos; at = text.find(kEnd, at))
    text.insert(at + 2, " ");
  return "<!--\n" + text + "\n-->\n";
}

std::string indented(std::string_view text) {
  std::string out = "    ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "    ";
  }
  return out + "\n";
}

std::string answers_of(const GapDraft& draft, const GapDraftWords& words) {
  std::string out = words.answers + "\n";
  for (const auto& answer : draft.answers)
    out +=
        "\n" + answer.ticket + "\n\n" + indented(answer.question) + "\n" + indented(answer.answer);
  return out;
}

std::string outlines_of(const GapDraft& draft, const GapDraftWords& words) {
  std::string out = words.outlines + "\n";
  for (const auto& outline : draft.outlines) {
    out += "\n" + outline.article + ": " + outline.title + "\n";
    for (const auto& heading : outline.headings)
      out += (heading.level > 2 ? "    - " : "  - ") + heading.title + "\n";
  }
  return out;
}

std::string questions_of(const GapDraft& draft, const GapDraftWords& words) {
  if (draft.questions.empty()) return {};
  std::string out = "## " + plain_markdown(words.questions) + "\n";
  for (const auto& question : draft.questions) out += "- " + plain_markdown(question);
  return out;
}

std::string body_of(const GapDraft& draft, const GapDraftWords& words) {
  const bool is_translation = !draft.original.empty();
  const auto questions = questions_of(draft, words);
  std::string how = is_translation ? words.translate + " " + draft.original : words.how;
  if (!words.hidden.empty()) how += "\n" + words.hidden;
  if (is_translation && !questions.empty()) how += "\n\n" + questions;
  std::string out = comment(how);
  if (is_translation)
    out += "\n" + draft.original_text;
  else if (!questions.empty())
    out += "\n" + questions;
  if (!out.ends_with('\n')) out += '\n';
  if (!draft.answers.empty()) out += "\n" + comment(answers_of(draft, words));
  if (!draft.outlines.empty()) out += "\n" + comment(outlines_of(draft, words));
  return out;
}

}  // namespace

std::string gap_draft_file(const GapDraft& draft, const GapDraftWords& words) {
  return markdown_file(draft.facts, body_of(draft, words));
}

std::string_view without_front_matter(std::string_view file) {
  constexpr std::string_view kFence = "---\n";
  constexpr std::string_view kEnd = "\n---\n";
  if (!file.starts_with(kFence)) return file;
  const auto end = file.find(kEnd);
  if (end == file.npos) return file;
  file.remove_prefix(end + kEnd.size());
  while (file.starts_with('\n')) file.remove_prefix(1);
  return file;
}

}  // namespace kb
