#include "server/ubi_lines.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb {
namespace {

using nlohmann::json;
using store::Action;
using store::Event;

constexpr std::string_view kApplication = "answerwell";
constexpr std::string_view kObjectField = "article";  // "pl/billing/refund"

std::string client_id(const Event& event) {
  if (event.visitor == 0) return {};
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(event.visitor));
  return digits.data();
}

json detail_of(const Event& event) {
  auto detail = json::parse(event.detail, nullptr, false);
  return detail.is_object() ? detail : json::object();
}

json attributes_of(const Event& event) {
  json attributes = json::object();
  if (!event.object.empty())
    attributes["object"] = {{"object_id", event.object}, {"object_id_field", kObjectField}};
  if (event.position > 0) attributes["position"] = {{"ordinal", event.position}};
  const auto add = [&](const char* name, const std::string& text) {
    if (!text.empty()) attributes[name] = text;
  };
  add("lang", event.lang);
  add("category", event.category);
  add("outcome", event.outcome);
  add("form", event.form);
  if (event.value != 0) attributes["value"] = event.value;
  if (event.who == store::Who::staff) attributes["who"] = "staff";
  if (auto detail = detail_of(event); !detail.empty()) attributes["detail"] = std::move(detail);
  return attributes;
}

std::string_view message_type(Action action) {
  switch (action) {
    case Action::searched:
    case Action::suggested:
      return "QUERY";
    case Action::clicked:
    case Action::suggestion_clicked:
      return "CLICK_THROUGH";
    case Action::contact_solved:
    case Action::ticket_submitted:
    case Action::ticket_resolved:
      return "CONVERSION";
    default:
      return "INFO";
  }
}

}  // namespace

std::string session_id(const Event& first) {
  if (first.visitor == 0) return {};
  return client_id(first) + "-" + std::to_string(first.at.time_since_epoch().count());
}

json to_ubi_event(const Event& event, const std::string& session) {
  json line = {{"application", kApplication},
               {"action_name", store::action_name(event.action)},
               {"client_id", client_id(event)},
               {"session_id", session},
               {"query_id", event.query_id},
               {"timestamp", iso_time(event.at)},
               {"message_type", message_type(event.action)},
               {"event_attributes", attributes_of(event)}};
  if (!event.text.empty()) line["user_query"] = event.text;
  return line;
}

json to_ubi_query(const Event& event) {
  const auto detail = detail_of(event);
  const auto shown = detail.find("shown");
  json attributes = {{"lang", event.lang}, {"results", event.value}, {"outcome", event.outcome}};
  if (!event.category.empty()) attributes["category"] = event.category;
  return {{"application", kApplication},
          {"query_id", event.query_id},
          {"client_id", client_id(event)},
          {"user_query", event.text},
          {"timestamp", iso_time(event.at)},
          {"object_id_field", kObjectField},
          {"query_response_id", event.query_id},
          {"query_response_hit_ids",
           shown != detail.end() && shown->is_array() ? *shown : json::array()},
          {"query_attributes", attributes}};
}

}  // namespace kb
