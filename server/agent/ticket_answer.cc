#include "server/agent/ticket_answer.h"

#include <set>

#include "core/store/agent_links.h"
#include "server/agent/agent_urls.h"
#include "server/agent/asked_ticket.h"
#include "server/agent/draft_answer.h"
#include "server/agent/ticket_page.h"
#include "server/pages/category_words.h"

namespace kb {
namespace {

// What replies linked, and what agents said they linked: each article once.
Result<std::vector<TicketLink>> links_of(const StaffRequest& staff, const Ticket& ticket) {
  auto links = ticket.links;
  const auto noted = staff.store.read(
      [&](store::Sql& sql) { return store::links_of_ticket(sql, ticket.source, ticket.id); });
  if (!noted) return fail(noted.error());
  std::set<std::pair<std::string, std::string>> known;
  for (const auto& link : links) known.emplace(link.lang, link.article);
  for (const auto& link : *noted)
    if (known.emplace(link.lang, link.article).second)
      links.push_back({link.lang, link.article, link.anchor});
  return links;
}

page::ArticleLink linked_article(const StaffRequest& staff, const index::Generation* generation,
                                 const TicketLink& link) {
  page::ArticleLink view;
  view.title = link.article;
  view.lang = link.lang;
  const auto found =
      generation ? generation->find(link.lang, link.article, Audience::agents) : std::nullopt;
  if (!found) return view;
  view.title = found->row->title;
  view.url = staff.url(agent_preview_path(link.lang, link.article, link.anchor));
  return view;
}

}  // namespace

http::Response answer_ticket(const StaffRequest& staff, std::string_view key) {
  const auto reference = reference_of(key);
  const auto ticket = asked_ticket(staff.store, reference);
  if (!ticket) return staff.fault(ticket.error());
  if (!*ticket) return staff.not_found();
  const auto links = links_of(staff, **ticket);
  if (!links) return staff.fault(links.error());
  const auto generation = staff.center.searchers.generation();
  page::TicketPage view{.staff = staff.site("agent"),
                        .ticket = to_key(reference),
                        .subject = (*ticket)->subject,
                        .lang = (*ticket)->lang,
                        .question = (*ticket)->question,
                        .answer = (*ticket)->answer,
                        .topic = (*ticket)->topic,
                        .created = (*ticket)->created,
                        .satisfaction = (*ticket)->satisfaction,
                        .console_url = staff.url(std::string(kConsolePath) + "?ticket=" +
                                                 percent_encode_path(to_key(reference))),
                        .draft_url = staff.url(agent_draft_path(reference))};
  for (const auto& link : *links)
    view.links.push_back(linked_article(staff, generation.get(), link));
  return staff.page(200, page::render(staff.center.renderer, view));
}

http::Response answer_ticket_draft(const StaffRequest& staff, std::string_view key) {
  const auto ticket = asked_ticket(staff.store, reference_of(key));
  if (!ticket) return staff.fault(ticket.error());
  if (!*ticket) return staff.not_found();
  return answer_draft(staff,
                      {.subject = (*ticket)->subject,
                       .text = (*ticket)->question,
                       .lang = (*ticket)->lang,
                       .agent_lang = staff.lang,
                       .origin = origin_of(staff.center, staff.request),
                       .is_message = true},
                      *ticket);
}

}  // namespace kb
