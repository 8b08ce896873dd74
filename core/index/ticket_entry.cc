#include "core/index/ticket_entry.h"

#include <algorithm>

#include "core/base/content_hash.h"
#include "core/index/byte_stream.h"
#include "core/text/normal_form.h"

namespace kb::index {
namespace {

constexpr std::size_t kTitleBytes = 90;

}  // namespace

Article ticket_entry(const Ticket& leader, const Ticket& best) {
  Article entry;
  entry.id = to_key(leader);
  entry.lang = leader.lang;
  entry.kind = Kind::ticket;
  entry.facts.title = leader.subject;
  entry.facts.audience = Audience::agents;
  entry.facts.updated = best.solved.value_or(best.created);
  entry.body.sections = {{"", "", 0, leader.question}, {kAnswerAnchor, "", 2, best.answer}};
  return entry;
}

std::string shown_title(const Ticket& ticket) {
  if (!ticket.subject.empty()) return ticket.subject;
  std::string title(text::utf8_prefix(ticket.question, kTitleBytes));
  const bool cut = title.size() < ticket.question.size();
  if (const auto space = title.rfind(' ');
      cut && space != std::string::npos && space > kTitleBytes / 2)
    title.resize(space);
  std::replace(title.begin(), title.end(), '\n', ' ');
  return cut ? title + "…" : title;
}

std::uint64_t texts_hash(const Ticket& ticket) {
  ByteWriter texts;
  for (const auto* text : {&ticket.subject, &ticket.question, &ticket.answer}) texts.text(*text);
  return short_hash(texts.bytes());
}

}  // namespace kb::index
