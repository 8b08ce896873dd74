#include "server/agent/console_page.h"

#include <nlohmann/json.hpp>

#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;
using State = ConsolePage::State;

std::string language_name_of(const Frame& frame, const std::string& lang) {
  return text::language_name(lang, frame.lang());
}

json article_item(const Frame& frame, const ConsolePage& page, const ConsoleArticle& article,
                  std::size_t number) {
  json item = {{"number", "article-" + std::to_string(number)},
               {"title", article.title},
               {"target", article.target},
               {"key", article.key},
               {"is_answer", article.is_answer},
               {"section_title", article.section_title},
               {"category", article.category},
               {"snippet_html", article.snippet_html},
               {"preview_url", article.preview_url},
               {"link", article.link},
               {"markdown", article.markdown},
               {"link_html", article.html},
               {"reply", article.reply},
               {"for_agents_only", article.for_agents_only},
               {"passage_for_agents", article.passage_for_agents},
               {"has_notes", article.has_notes},
               {"already_read", article.already_read},
               {"did_not_help", article.did_not_help},
               {"only_in", ""},
               {"read_in", ""},
               {"read_in_url", article.own_language.url}};
  if (article.other_language)
    item["only_in"] =
        frame.text("agent.only_in", {{"language", language_name_of(frame, article.lang)},
                                     {"wanted", language_name_of(frame, page.lang)}});
  if (!article.own_language.url.empty())
    item["read_in"] = frame.text("agent.read_in", {{"language", article.own_language.text}});
  frame.mark_language(item, article.lang);
  return item;
}

json similar_item(const Frame& frame, const ConsoleTicket& ticket, std::size_t number) {
  json item = {{"number", "ticket-" + std::to_string(number)},
               {"title", ticket.title},
               {"url", ticket.url},
               {"answer", ticket.answer},
               {"topic", ticket.topic},
               {"count", frame.text("agent.asked", {{"count", ticket.count}})},
               {"satisfaction", ""},
               {"newest", frame.text("agent.newest",
                                     {{"date", text::format_date(ticket.newest, frame.lang())}})}};
  if (ticket.satisfaction)
    item["satisfaction"] =
        frame.text("agent.satisfaction", {{"value", std::int64_t{*ticket.satisfaction}}});
  frame.mark_language(item, ticket.lang);
  return item;
}

json language_items(const Frame& frame, const ConsolePage& page) {
  json items = json::array();
  for (const auto& lang : page.languages)
    items.push_back({{"lang", lang},
                     {"name", language_name_of(frame, lang)},
                     {"chosen", page.chosen && lang == page.lang}});
  return items;
}

void add_state(const Frame& frame, const ConsolePage& page, json& model) {
  const bool found = page.state == State::found;
  model["none_asked"] = page.state == State::none_asked;
  model["found"] = found;
  model["nothing"] = page.state == State::nothing;
  model["failed"] = page.state == State::failed;
  model["no_index"] = page.state == State::no_index;
  model["asked"] = found || page.state == State::nothing;
  model["too_long"] =
      page.state != State::too_long
          ? ""
          : frame.text("agent.too_long", {{"count", page.length}, {"limit", page.longest}});
  model["reference"] =
      page.state == State::failed ? frame.text("error.reference", {{"id", page.request_id}}) : "";
  // Where there is something to choose from, the script goes there first.
  model["focus_box"] = !found;
}

}  // namespace

std::string render(const Renderer& renderer, const ConsolePage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model =
      staff_model(frame, page.staff, {.title = frame.text("agent.title"), .script = "agent.js"});
  add_state(frame, page, model);
  json articles = json::array();
  for (std::size_t i = 0; i < page.articles.size(); ++i)
    articles.push_back(article_item(frame, page, page.articles[i], i + 1));
  json tickets = json::array();
  for (std::size_t i = 0; i < page.tickets.size(); ++i)
    tickets.push_back(similar_item(frame, page.tickets[i], i + 1));
  model["agent_css_url"] = frame.asset_url("agent.css");
  model["panel"] = page.panel;
  model["action"] = page.action;
  model["console_url"] = page.console_url;
  model["flags_url"] = page.flags_url;
  model["text"] = page.text;
  model["ticket"] = page.ticket;
  model["languages"] = language_items(frame, page);
  model["detect"] = page.detected ? frame.text("agent.detected",
                                               {{"language", language_name_of(frame, page.lang)}})
                                  : frame.text("agent.detect");
  model["has_articles"] = !articles.empty();
  model["articles"] = std::move(articles);
  model["has_tickets"] = !tickets.empty();
  model["tickets"] = std::move(tickets);
  model["topic"] = page.topic;
  model["said"] = page.said;
  model["has_open_tickets"] = !page.open_tickets.empty();
  model["open_tickets"] = open_ticket_items(frame, page.open_tickets);
  model["contact"] = page.contact ? contact_part(frame, *page.contact) : json(false);
  return frame.fill("agent", model);
}

std::string said(const Renderer& renderer, const StaffSite& staff, const std::string& key,
                 const std::string& ticket) {
  const Frame frame(renderer, staff.site);
  return frame.text(key, {{"ticket", frame.isolated(ticket)}});
}

}  // namespace kb::page
