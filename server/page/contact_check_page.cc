#include "server/page/contact_check_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {
namespace {

using nlohmann::json;

// What was typed goes along unseen.
json model_of(const Frame& frame, const std::string& title, const std::string& action,
              const ContactFields& fields) {
  json model = frame.model({.title = title, .for_engines = false, .search_in_header = false});
  model["page_css_url"] = frame.asset_url("contact.css");
  model["action"] = action;
  model["subject"] = fields.subject;
  model["text"] = fields.description;
  model["email"] = fields.email;
  model["category"] = fields.category;
  model["send_trail"] = fields.send_trail;
  add_hidden_fields(model, fields);
  return model;
}

}  // namespace

std::string render(const Renderer& renderer, const ContactCheckPage& page) {
  const Frame frame(renderer, page.site);
  json model = model_of(frame, frame.text("contact.check_title"), page.action, page.fields);
  model["suggestions"] = suggestion_items(frame, page.suggestions);
  return frame.fill("contact_check", model);
}

std::string render(const Renderer& renderer, const ContactSolvedPage& page) {
  const Frame frame(renderer, page.site);
  json model = model_of(frame, frame.text("contact.glad"), page.action, page.fields);
  model["survey_url"] = page.survey_url;
  return frame.fill("contact_solved", model);
}

}  // namespace kb::page
