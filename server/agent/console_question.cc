#include "server/agent/console_question.h"

#include <algorithm>

#include "core/text/detector.h"
#include "core/text/language.h"

namespace kb {
namespace {

constexpr std::size_t kLongestTyped = 160;  // bytes: more was pasted

std::string asked(const StaffRequest& staff, std::string_view in_form,
                  std::string_view in_address) {
  return staff.form.has(in_form) ? staff.form.text(in_form)
                                 : std::string(staff.request.param(in_address));
}

// The published language that `lang` is, or a variant of.
std::string published(const std::string& lang, const index::Generation* generation) {
  if (!generation || generation->has_language(lang, Audience::agents)) return lang;
  for (const auto& each : generation->languages(Audience::agents))
    if (text::language_candidates(each).back() == lang) return each;
  return lang;
}

}  // namespace

bool looks_like_message(std::string_view text) {
  return text.size() > kLongestTyped || text.find('\n') != text.npos;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string language_of(std::string_view text, const index::Generation* generation,
                        const std::string& otherwise) {
  const auto detected = text::detect_language(text);
  return detected ? published(*detected, generation) : otherwise;
}

Question read_question(const StaffRequest& staff, const index::Generation* generation) {
  Question question;
  question.text = asked(staff, "text", "q");
  question.written_ticket = asked(staff, "ticket", "ticket");
  question.ticket = read_ticket_reference(question.written_ticket, staff.center.config);
  question.length = count_characters(question.text);
  question.is_message = looks_like_message(question.text);
  if (const auto chosen = text::canonical_language(asked(staff, "lang", "lang"))) {
    question.chosen = question.lang = *chosen;
    return question;
  }
  question.lang = question.too_long() ? staff.lang : language_of(question.text, generation, "");
  question.detected = !question.lang.empty() && !question.too_long();
  if (question.lang.empty()) question.lang = staff.lang;
  return question;
}

}  // namespace kb
