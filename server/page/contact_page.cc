#include "server/page/contact_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {
namespace {

using nlohmann::json;

std::string notice_words(const Frame& frame, const ContactPage& page) {
  switch (page.notice) {
    case ContactNotice::again:
      return frame.text("contact.again");
    case ContactNotice::too_many:
      return frame.text("contact.too_many", {{"minutes", page.wait_minutes}});
    case ContactNotice::away:
      return frame.text("contact.away");
    case ContactNotice::none:
      break;
  }
  return {};
}

void add_faults(const Frame& frame, const ContactPage& page, json& model) {
  json faults = json::array();
  for (const char* field : {"subject", "description", "email"})
    model[field + std::string("_fault")] = "";
  for (const auto& fault : page.faults) {
    const auto words = frame.text(fault.key, {{"most", fault.most}, {"count", fault.count}});
    faults.push_back({{"field", fault.field}, {"words", words}});
    model[fault.field + "_fault"] = words;
  }
  model["faults_title"] =
      frame.text("contact.faults", {{"count", static_cast<std::int64_t>(faults.size())}});
  model["has_faults"] = !faults.empty();
  model["faults"] = std::move(faults);
}

bool is_for(const ContactWays& ways, const std::string& category) {
  return std::ranges::find(ways.categories, category) != ways.categories.end();
}

json ways_item(const Frame& frame, const ContactPage& page, const ContactWays& ways) {
  std::string categories = " ";
  for (const auto& key : ways.categories) categories += key + " ";
  const bool has_hours = std::ranges::any_of(ways.channels, &ContactChannel::has_hours);
  return {{"for_categories", categories},
          {"channels", channel_items(frame, ways.channels)},
          {"has_channels", !ways.channels.empty()},
          {"zone", has_hours ? frame.text("contact.zone", {{"zone", page.time_zone}}) : ""},
          {"within",
           ways.answer_minutes > 0
               ? frame.text("contact.within", {{"time", answer_time(frame, ways.answer_minutes)}})
               : std::string()}};
}

// All of them for the script, and the one that fits for everybody.
void add_ways(const Frame& frame, const ContactPage& page, json& model) {
  json all = json::array();
  json general = json::object();
  json chosen;
  for (const auto& ways : page.ways) {
    all.push_back(ways_item(frame, page, ways));
    if (ways.categories.empty()) general = all.back();
    if (is_for(ways, page.fields.category)) chosen = all.back();
  }
  model["ways"] = chosen.is_null() ? std::move(general) : std::move(chosen);
  model["all_ways"] = std::move(all);
}

}  // namespace

std::string render(const Renderer& renderer, const ContactPage& page) {
  const Frame frame(renderer, page.site);
  json model = frame.model(
      {.title = frame.text("contact.title"), .search_in_header = true, .alternates = true});
  json categories = json::array();
  for (const auto& [key, name] : page.categories)
    categories.push_back({{"key", key}, {"name", name}, {"chosen", key == page.fields.category}});
  model["page_css_url"] = frame.asset_url("contact.css");
  model["script_url"] = frame.asset_url("contact.js");
  model["action"] = page.action;
  model["subject"] = page.fields.subject;
  model["text"] = page.fields.description;
  model["email"] = page.fields.email;
  model["has_categories"] = !categories.empty();
  model["categories"] = std::move(categories);
  model["has_trail"] = !page.trail.empty();
  model["trail"] = trail_items(frame, page.trail);
  model["send_trail"] = page.fields.send_trail;
  model["notice"] = notice_words(frame, page);
  model["offers"] = page.offers_suggestions;
  model["tickets_suggest_url"] = page.suggest_url;
  json counts = json::array();
  for (std::int64_t count = 1; count <= 3; ++count)
    counts.push_back({{"words", frame.text("contact.found", {{"count", count}})}});
  model["counts"] = std::move(counts);
  add_hidden_fields(model, page.fields);
  add_faults(frame, page, model);
  add_ways(frame, page, model);
  return frame.fill("contact", model);
}

}  // namespace kb::page
