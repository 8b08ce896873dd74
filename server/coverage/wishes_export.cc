#include "server/coverage/wishes_export.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/insights/csv_table.h"
#include "server/agent/agent_urls.h"
#include "server/coverage/wish_list.h"
#include "server/delivery/mail_link.h"

namespace kb {
namespace {

using insights::csv_number;
using insights::Wish;
using WishJson = nlohmann::ordered_json;

WishJson wish_json(const Wish& wish, const Config& config) {
  auto tickets = WishJson::array();
  for (const auto& key : wish.tickets)
    tickets.push_back(
        {{"key", key}, {"url", mail_link(config, config.site.base_path + ticket_page_path(key))}});
  auto elsewhere = WishJson::array();
  for (const auto& [lang, label] : wish.elsewhere)
    elsewhere.push_back({{"lang", lang}, {"label", label}});
  return {{"lang", wish.lang},
          {"label", wish.label},
          {"words", wish.words},
          {"type", wish_type_name(wish.type)},
          {"topic", wish.topic},
          {"tags", wish.tags},
          {"customers", wish.customers},
          {"recent", wish.recent},
          {"before", wish.before},
          {"trend", insights::gap_trend_name(wish.trend)},
          {"newest", iso_time(wish.newest)},
          {"tickets", std::move(tickets)},
          {"elsewhere", std::move(elsewhere)}};
}

WishJson all_json(const std::vector<Wish>& wishes, const Config& config) {
  auto list = WishJson::array();
  for (const Wish& wish : wishes) list.push_back(wish_json(wish, config));
  return {{"wishes", std::move(list)}};
}

std::string text_of(const WishJson& json) {
  return json.dump(-1, ' ', false, WishJson::error_handler_t::replace);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all.append(all.empty() ? "" : " ").append(text);
  return all;
}

}  // namespace

std::string wishes_json(const std::vector<Wish>& wishes, const Config& config) {
  return text_of(all_json(wishes, config));
}

std::string wishes_payload(const std::vector<Wish>& wishes, const Config& config, Time now) {
  return text_of({{"type", "wishes.listed"},
                  {"timestamp", iso_time(now)},
                  {"data", all_json(wishes, config)}});
}

std::string wishes_csv(const std::vector<Wish>& wishes) {
  insights::CsvTable table({"lang", "label", "type", "topic", "customers", "recent", "before",
                            "trend", "newest", "ticket_count", "tickets"});
  for (const Wish& wish : wishes)
    table.add({wish.lang, wish.label, std::string(wish_type_name(wish.type)), wish.topic,
               csv_number(wish.customers), csv_number(wish.recent), csv_number(wish.before),
               std::string(insights::gap_trend_name(wish.trend)), iso_date(wish.newest),
               csv_number(std::ssize(wish.tickets)), joined(wish.tickets)});
  return table.text();
}

std::string ticket_page_path(std::string_view key) {
  const auto slash = key.find('/');
  if (slash == std::string_view::npos) return {};
  return agent_ticket_path({std::string(key.substr(0, slash)), std::string(key.substr(slash + 1))});
}

}  // namespace kb
