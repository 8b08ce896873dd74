#include "server/page/contact_parts.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace kb::page {
namespace {

using nlohmann::json;

constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;
constexpr int kMostMinutes = 2 * kHour;  // "90 minutes" says more than "2 hours"
constexpr int kMostHours = 2 * kDay;

std::string clock_time(int minute) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", minute / kHour, minute % kHour);
  return text;
}

std::string trail_words(const Frame& frame, const ContactStep& line) {
  const auto what = frame.isolated(line.what);
  switch (line.kind) {
    case ContactStep::Kind::from:
      return frame.text("contact.trail_from", {{"page", what}});
    case ContactStep::Kind::searched:
      return frame.text("contact.trail_searched", {{"query", what}});
    case ContactStep::Kind::read:
      return frame.text("contact.trail_read", {{"title", what}});
    case ContactStep::Kind::helped:
      return frame.text("contact.trail_helped", {{"title", what}});
    case ContactStep::Kind::not_helped:
      return frame.text("contact.trail_not_helped", {{"title", what}});
    case ContactStep::Kind::suggested:
      return frame.text("contact.trail_suggested", {{"title", what}});
  }
  return {};
}

std::string hours_words(const Frame& frame, const ContactChannel& channel) {
  if (!channel.has_hours) return {};
  if (channel.open_until >= 0)
    return frame.text("contact.open_until", {{"time", clock_time(channel.open_until)}});
  return frame.text("contact.opens_at", {{"days", "d" + std::to_string(channel.opens_in_days)},
                                         {"weekday", "w" + std::to_string(channel.opens_weekday)},
                                         {"time", clock_time(channel.opens_at)}});
}

std::string link_words(const Frame& frame, const ContactChannel& channel) {
  if (channel.kind == "phone") return channel.address;
  if (channel.kind == "chat") return frame.text("contact.chat");
  return channel.url.empty() ? std::string() : frame.text("contact.link");
}

}  // namespace

std::string answer_time(const Frame& frame, int minutes) {
  const auto in = [&](const char* unit, int length) {
    return frame.text(unit, {{"count", std::int64_t{(minutes + length - 1) / length}}});
  };
  if (minutes < kMostMinutes && minutes % kHour != 0) return in("contact.minutes", 1);
  if (minutes < kMostHours && minutes % kDay != 0) return in("contact.hours", kHour);
  return in("contact.days", kDay);
}

json trail_items(const Frame& frame, const std::vector<ContactStep>& trail) {
  json items = json::array();
  for (const auto& line : trail) items.push_back({{"words", trail_words(frame, line)}});
  return items;
}

json channel_items(const Frame& frame, const std::vector<ContactChannel>& channels) {
  json items = json::array();
  for (const auto& channel : channels) {
    const bool told = channel.answer_minutes > 0;
    items.push_back(
        {{"name", channel.name.empty() ? frame.text("contact.kind", {{"kind", channel.kind}})
                                       : channel.name},
         {"url", channel.url},
         {"link", link_words(frame, channel)},
         {"hours", hours_words(frame, channel)},
         {"answer", told ? frame.text("contact.within",
                                      {{"time", answer_time(frame, channel.answer_minutes)}})
                         : std::string()}});
  }
  return items;
}

json suggestion_items(const Frame& frame, const std::vector<ContactSuggestion>& suggestions) {
  json items = json::array();
  for (const auto& each : suggestions) {
    json item = {{"key", each.key},
                 {"title", each.title},
                 {"section_title", each.section_title},
                 {"url", each.url},
                 {"passage_html", each.passage_html},
                 {"open", items.empty()}};
    frame.mark_language(item, each.lang);
    items.push_back(std::move(item));
  }
  return items;
}

void add_hidden_fields(json& model, const ContactFields& fields) {
  json seen = json::array();
  for (const auto& key : fields.seen) seen.push_back({{"key", key}});
  model["form_token"] = fields.form;
  model["trail_token"] = fields.trail;
  model["seen"] = std::move(seen);
}

}  // namespace kb::page
