#include "server/page/wishes_page.h"

#include <nlohmann/json.hpp>

#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;

json wish_item(const Frame& frame, const WishesPage::Wish& wish) {
  const auto number = [&](std::int64_t count) { return text::format_number(count, frame.lang()); };
  auto tickets = json::array();
  for (const auto& ticket : wish.tickets)
    tickets.push_back({{"text", ticket.text}, {"url", ticket.url}});
  auto elsewhere = json::array();
  for (const auto& [lang, label] : wish.elsewhere) {
    json other = {{"label", label}, {"language", text::language_name(lang, frame.lang())}};
    frame.mark_language(other, lang);
    elsewhere.push_back(std::move(other));
  }
  json item = {
      {"label", wish.label},
      {"language", text::language_name(wish.lang, frame.lang())},
      {"type", frame.text("wishes.type_" + wish.type)},
      {"topic", wish.topic},
      {"trend", frame.text("wishes.trend_" + wish.trend)},
      {"customers", frame.text("wishes.customers", {{"count", number(wish.customers)}})},
      {"recent", frame.text("wishes.recent",
                            {{"now", number(wish.recent)}, {"before", number(wish.before)}})},
      {"newest",
       frame.text("wishes.newest", {{"date", text::format_date(wish.newest, frame.lang())}})},
      {"ticket_count", frame.text("wishes.tickets", {{"count", number(wish.ticket_count)}})},
      {"tickets", std::move(tickets)},
      {"is_elsewhere", !elsewhere.empty()},
      {"elsewhere", std::move(elsewhere)}};
  frame.mark_language(item, wish.lang);
  return item;
}

}  // namespace

std::string render(const Renderer& renderer, const WishesPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("wishes.title")});
  auto wishes = json::array();
  for (const auto& wish : page.wishes) wishes.push_back(wish_item(frame, wish));
  model["coverage_css_url"] = frame.asset_url("coverage.css");
  model["action"] = page.action;
  model["types"] = choices(page.types);
  model["languages"] = choices(page.languages);
  model["count"] =
      frame.text("wishes.count", {{"count", text::format_number(page.count, frame.lang())}});
  model["has_wishes"] = !wishes.empty();
  model["wishes"] = std::move(wishes);
  const bool is_none_chosen = page.has_any;
  model["empty"] = frame.text(is_none_chosen ? "wishes.none_chosen" : "wishes.none");
  model["empty_advice"] =
      frame.text(is_none_chosen ? "coverage.none_chosen_advice" : "wishes.none_advice");
  model["can_send"] = page.can_send;
  model["csv_url"] = page.csv_url;
  model["json_url"] = page.json_url;
  frame.add_paging(model, page.paging);
  return frame.fill("wishes", model);
}

}  // namespace kb::page
