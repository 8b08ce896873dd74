#include "server/page/contact_ticket_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {
namespace {

using nlohmann::json;

// Empty where no answer is to be expected any more.
std::string expected_answer(const Frame& frame, const ContactTicketPage& page) {
  if (page.state != "open" || page.answer_minutes == 0 || page.email.empty()) return {};
  return frame.text("ticket.answer", {{"time", answer_time(frame, page.answer_minutes)},
                                      {"email", frame.isolated(page.email)}});
}

}  // namespace

std::string render(const Renderer& renderer, const ContactTicketPage& page) {
  const Frame frame(renderer, page.site);
  const auto title = frame.text("ticket.title", {{"number", std::to_string(page.number)}});
  json model = frame.model({.title = title, .for_engines = false});
  const bool open = page.state == "open";
  model["page_css_url"] = frame.asset_url("contact.css");
  model["title"] = title;
  model["thanks"] = page.just_sent;
  model["closed_now"] = page.just_closed && !open;
  model["state"] = frame.text("ticket.state", {{"state", page.state}});
  model["sent"] = text::format_date(page.created, frame.lang());
  model["answer"] = expected_answer(frame, page);
  model["has_text"] = !page.description.empty();
  model["subject"] = page.subject;
  model["text"] = page.description;
  model["has_trail"] = !page.trail.empty();
  model["trail"] = trail_items(frame, page.trail);
  model["has_articles"] = open && !page.articles.empty();
  model["articles"] = frame.links(page.articles);
  model["can_solve_first"] = open && page.asks_solved;
  model["can_solve"] = open && !page.asks_solved;
  model["action"] = page.action;
  model["again_url"] = page.contact_url;
  model["survey_url"] = page.state == "solved" ? page.survey_url : "";
  return frame.fill("contact_ticket", model);
}

}  // namespace kb::page
