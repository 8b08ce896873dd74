#include "server/agent/console.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/text/message.h"
#include "server/agent/agent_urls.h"
#include "server/agent/asked_ticket.h"
#include "server/agent/console_actions.h"
#include "server/agent/console_page.h"
#include "server/agent/console_search.h"
#include "server/agent/contact_view.h"
#include "server/agent/draft_answer.h"
#include "server/pages/category_words.h"

namespace kb {
namespace {

using index::Generation;
using page::ConsolePage;

bool is_panel(const StaffRequest& staff) {
  return staff.route.page == Page::agent_panel;
}

// The script asks for words alone.
bool wants_json(const StaffRequest& staff) {
  return staff.request.header("Accept").starts_with("application/json");
}

// What is searched: what stands in the box, else what the ticket asks.
ConsoleSearch search_for(const StaffRequest& staff, const Question& question,
                         const std::optional<Ticket>& ticket) {
  ConsoleSearch search{.text = question.text,
                       .lang = question.lang,
                       .agent_lang = staff.lang,
                       .origin = origin_of(staff.center, staff.request),
                       .is_message = question.is_message};
  if (!ticket || question.text.find_first_not_of(" \t\r\n") != std::string::npos) return search;
  search.subject = ticket->subject;
  search.text = ticket->question;
  search.is_message = true;
  if (question.chosen.empty()) search.lang = ticket->lang;
  return search;
}

page::ConsoleArticle view_of(const StaffRequest& staff, const ConsoleSearch& search,
                             const Generation& generation, const FoundArticle& found) {
  const auto& hit = found.hit;
  page::ConsoleArticle view;
  view.title = hit.title;
  view.key = object_of(hit);
  view.target = view.key + "#" + found.anchor;
  view.lang = hit.lang;
  view.is_answer = hit.kind == Kind::answer;
  if (hit.section) view.section_title = hit.section->title;
  if (!hit.category.empty())
    view.category = category_name(staff.center.config, generation, hit.category, staff.lang);
  view.snippet_html = hit.snippet_html;
  view.preview_url =
      staff.url(agent_preview_path(hit.lang, hit.id, hit.section ? hit.section->anchor : ""));
  if (found.link) {
    view.link = found.link->plain;
    view.markdown = found.link->markdown;
    view.html = found.link->html;
    view.reply = found.reply;
  }
  view.other_language = hit.lang != search.lang;
  view.for_agents_only = found.for_agents_only;
  view.passage_for_agents = found.passage_for_agents;
  view.has_notes = found.has_notes && !found.for_agents_only;
  view.already_read = found.seen == Seen::read;
  view.did_not_help = found.seen == Seen::not_helped;
  if (!found.agent_lang.empty())
    view.own_language = {text::language_name(found.agent_lang, staff.lang),
                         staff.url(agent_preview_path(found.agent_lang, hit.id, ""))};
  return view;
}

// Topics that are categories have their names; others are as the helpdesk calls them.
std::string topic_name(const Generation& generation, const StaffRequest& staff,
                       const std::string& topic) {
  if (!find_category(generation, topic)) return topic;
  return category_name(staff.center.config, generation, topic, staff.lang);
}

page::ConsoleTicket view_of(const StaffRequest& staff, const Generation& generation,
                            const index::SimilarTicket& found) {
  return {.title = found.title,
          .lang = found.lang,
          .url = staff.url(agent_ticket_path(reference_of(found.best))),
          .answer = found.answer,
          .topic = topic_name(generation, staff, found.topic),
          .count = static_cast<std::int64_t>(found.count),
          .satisfaction = found.satisfaction,
          .newest = found.newest};
}

ConsolePage::State state_of(Findings::State state) {
  switch (state) {
    case Findings::State::none_asked:
      return ConsolePage::State::none_asked;
    case Findings::State::no_index:
      return ConsolePage::State::no_index;
    case Findings::State::failed:
      return ConsolePage::State::failed;
    case Findings::State::nothing:
      return ConsolePage::State::nothing;
    case Findings::State::found:
      break;
  }
  return ConsolePage::State::found;
}

int status_of(ConsolePage::State state) {
  if (state == ConsolePage::State::too_long) return 413;
  if (state == ConsolePage::State::failed) return 500;
  return state == ConsolePage::State::no_index ? 503 : 200;
}

ConsolePage page_for(const StaffRequest& staff, const Question& question,
                     const Generation* generation) {
  ConsolePage view;
  view.staff = staff.site("agent");
  view.panel = is_panel(staff);
  view.staff.embedded = view.panel;
  view.action = staff.url(view.panel ? kPanelPath : kConsolePath);
  view.console_url = staff.url(kConsolePath);
  view.flags_url = staff.url(kFlagsPath);
  view.text = question.text;
  view.ticket = question.written_ticket;
  view.lang = question.lang;
  view.detected = question.detected;
  view.chosen = !question.chosen.empty();
  view.length = static_cast<std::int64_t>(question.length);
  view.longest = static_cast<std::int64_t>(kLongestQuestion);
  view.request_id = staff.request.request_id;
  if (generation) view.languages = generation->languages(Audience::agents);
  if (view.chosen && std::ranges::count(view.languages, view.lang) == 0)
    view.languages.push_back(view.lang);
  return view;
}

void add_findings(const StaffRequest& staff, const ConsoleSearch& search,
                  const Generation& generation, const Findings& found, ConsolePage& view) {
  view.lang = search.lang;
  view.topic = topic_name(generation, staff, found.topic);
  for (const auto& article : found.articles)
    view.articles.push_back(view_of(staff, search, generation, article));
  for (const auto& ticket : found.tickets)
    view.tickets.push_back(view_of(staff, generation, ticket));
}

http::Response fault(const StaffRequest& staff, const Error& error) {
  if (!wants_json(staff)) return staff.fault(error);
  auto response = http::problem(500, "This could not be written down.");
  response.fault = to_line(error);
  make_private(response);
  return response;
}

}  // namespace

http::Response answer_console(const StaffRequest& staff) {
  const auto generation = staff.center.searchers.generation();
  const auto question = read_question(staff, generation.get());
  auto view = page_for(staff, question, generation.get());
  const auto reply = [&](ConsolePage::State state, const std::string& problem = {}) {
    view.state = state;
    auto response = staff.page(status_of(state), page::render(staff.center.renderer, view));
    response.fault = problem;
    return response;
  };
  if (question.too_long()) return reply(ConsolePage::State::too_long);
  if (!generation) return reply(ConsolePage::State::no_index);
  const auto ticket = asked_ticket(staff.store, question.ticket);
  if (!ticket) return fault(staff, ticket.error());
  auto search = search_for(staff, question, *ticket);

  const auto what = staff.form.text("do");
  if (what.starts_with("draft")) return answer_draft(staff, search, *ticket);
  if (!what.empty() && what != "search") {
    const auto done = act(staff, question, search, *generation);
    if (!done) return fault(staff, done.error());
    view.said = page::said(staff.center.renderer, view.staff, done->key, done->ticket);
    if (wants_json(staff)) return staff.json(200, nlohmann::json{{"said", view.said}}.dump());
  }
  // After what was done, which may have closed it.
  const auto contact = asked_contact_ticket(staff.store, question.ticket);
  if (!contact) return fault(staff, contact.error());
  if (*contact) {
    search.seen = articles_seen(**contact);
    view.contact = contact_part_of(staff, generation.get(), **contact);
  }
  const auto found = search_console(staff.center, search);
  if (found.state == Findings::State::none_asked && !view.contact && !view.panel) {
    auto open = open_tickets(staff, generation.get());
    if (!open) return fault(staff, open.error());
    view.open_tickets = std::move(*open);
  }
  add_findings(staff, search, *generation, found, view);
  return reply(state_of(found.state), found.error.what.empty() ? "" : to_line(found.error));
}

}  // namespace kb
