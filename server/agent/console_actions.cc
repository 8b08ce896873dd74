#include "server/agent/console_actions.h"

#include "core/store/agent_links.h"
#include "core/store/article_flags.h"
#include "core/store/article_needs.h"
#include "core/text/language.h"
#include "core/text/normal_form.h"
#include "server/agent/asked_ticket.h"
#include "server/agent/redaction.h"
#include "server/events/events.h"

namespace kb {
namespace {

constexpr std::size_t kLongestNote = 2000;    // bytes
constexpr std::size_t kLongestNeed = 10'000;  // bytes of a question that is kept

std::string ticket_key_of(const Question& question) {
  return question.ticket ? to_key(*question.ticket) : std::string();
}

Result<std::string> redacted(const StaffRequest& staff, const std::string& text,
                             const std::string& lang, std::size_t longest) {
  auto texts = without_personal_data(staff.center.config.redact, {text}, lang);
  if (!texts) return fail(texts.error());
  return std::string(text::utf8_prefix(texts->front(), longest));
}

Result<Said> link(const StaffRequest& staff, const Question& question,
                  const ArticleTarget& target) {
  if (!question.ticket) return Said{"agent.said.no_ticket", {}};
  const auto ticket = to_key(*question.ticket);
  const auto added = staff.store.write([&](store::Sql& sql) -> Result<bool> {
    auto linked = store::add_agent_link(sql, {.source = question.ticket->source,
                                              .ticket = question.ticket->id,
                                              .lang = target.lang,
                                              .article = target.id,
                                              .anchor = target.anchor,
                                              .who = staff.identity.name,
                                              .at = staff.center.clock.now()});
    if (!linked || !*linked) return linked;
    if (auto told = staff.audit(sql, "article.link", to_key(target), ticket); !told)
      return fail(told.error());
    return true;
  });
  if (!added) return fail(added.error());
  if (auto* events = staff.center.events; events && *added)
    events->note(
        staff.request,
        {.action = store::Action::article_linked, .lang = target.lang, .object = to_key(target)});
  return Said{*added ? "agent.said.linked" : "agent.said.linked_before", ticket};
}

Result<Said> flag(const StaffRequest& staff, const Question& question, const ArticleTarget& target,
                  const index::Row& row) {
  const auto key = to_key(target);
  const auto kind = store::parse_flag_kind(staff.form.text("kind " + key));
  if (!kind) return Said{"agent.said.no_kind", {}};
  // The note is the agent's own, in whatever language they write.
  const auto note = redacted(staff, staff.form.text("note " + key), staff.lang, kLongestNote);
  if (!note) return fail(note.error());
  const auto flagged = staff.store.write([&](store::Sql& sql) -> Result<void> {
    const auto added = store::add_flag(sql, {.lang = target.lang,
                                             .article = target.id,
                                             .kind = *kind,
                                             .note = *note,
                                             .ticket = ticket_key_of(question),
                                             .owner = row.owner,
                                             .who = staff.identity.name,
                                             .at = staff.center.clock.now()});
    if (!added) return fail(added.error());
    return staff.audit(sql, "article.flag", key, store::flag_kind_name(*kind));
  });
  if (!flagged) return fail(flagged.error());
  return Said{"agent.said.flagged", {}};
}

Result<Said> need(const StaffRequest& staff, const Question& question, const ConsoleSearch& asked) {
  const auto kept = redacted(staff, asked.text, asked.lang, kLongestNeed);
  if (!kept) return fail(kept.error());
  if (kept->empty()) return Said{"agent.said.no_question", {}};
  const auto ticket = ticket_key_of(question);
  const auto noted = staff.store.write([&](store::Sql& sql) -> Result<void> {
    const auto added = store::add_need(sql, {.lang = asked.lang,
                                             .question = *kept,
                                             .ticket = ticket,
                                             .who = staff.identity.name,
                                             .at = staff.center.clock.now()});
    if (!added) return fail(added.error());
    return staff.audit(sql, "article.need", asked.lang, ticket);
  });
  if (!noted) return fail(noted.error());
  return Said{"agent.said.needed", {}};
}

// Tells the figures that a ticket from the contact form is done with.
void note_answered(const StaffRequest& staff, const store::ContactTicket& ticket) {
  if (staff.center.events == nullptr) return;
  staff.center.events->note(staff.request, {.action = store::Action::ticket_resolved,
                                            .form = ticket.form,
                                            .lang = ticket.lang,
                                            .category = ticket.category,
                                            .value = ticket.number,
                                            .outcome = ticket.channel});
}

Result<Said> answered(const StaffRequest& staff, const Question& question) {
  const auto ticket = asked_contact_ticket(staff.store, question.ticket);
  if (!ticket) return fail(ticket.error());
  if (!*ticket) return Said{"agent.said.no_contact_ticket", {}};
  const auto name = ticket_key_of(question);
  const auto closed = staff.store.write([&](store::Sql& sql) -> Result<bool> {
    auto done = store::close_contact_ticket(sql, (*ticket)->number, store::ContactState::answered,
                                            staff.center.clock.now());
    if (!done || !*done) return done;
    if (auto told = staff.audit(sql, "ticket.answered", name); !told) return fail(told.error());
    return true;
  });
  if (!closed) return fail(closed.error());
  if (!*closed) return Said{"agent.said.closed_before", name};
  note_answered(staff, **ticket);
  return Said{"agent.said.answered", name};
}

}  // namespace

std::optional<ArticleTarget> read_target(std::string_view written) {
  const auto hash = written.rfind('#');
  const auto slash = written.find('/');
  if (slash == written.npos || hash == written.npos || hash <= slash + 1) return std::nullopt;
  const auto lang = text::canonical_language(written.substr(0, slash));
  if (!lang) return std::nullopt;
  return ArticleTarget{*lang, std::string(written.substr(slash + 1, hash - slash - 1)),
                       std::string(written.substr(hash + 1))};
}

std::string to_key(const ArticleTarget& target) {
  return target.lang + "/" + target.id;
}

Result<Said> act(const StaffRequest& staff, const Question& question, const ConsoleSearch& asked,
                 const index::Generation& generation) {
  const auto what = staff.form.text("do");
  if (what == "need") return need(staff, question, asked);
  if (what == "answered") return answered(staff, question);
  const auto space = what.find(' ');
  const auto target =
      read_target(std::string_view(what).substr(space == what.npos ? 0 : space + 1));
  const auto article = target ? generation.find(target->lang, target->id, Audience::agents)
                              : std::optional<index::Generation::Found>();
  if (!article) return Said{"agent.said.gone", {}};
  if (what.starts_with("link ")) return link(staff, question, *target);
  return flag(staff, question, *target, *article->row);
}

}  // namespace kb
