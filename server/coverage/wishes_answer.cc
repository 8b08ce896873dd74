#include "server/coverage/wishes_answer.h"

#include <algorithm>

#include "core/base/date.h"
#include "core/store/deliveries.h"
#include "server/coverage/digest_sender.h"
#include "server/coverage/translations_export.h"
#include "server/coverage/wish_list.h"
#include "server/coverage/wishes_export.h"
#include "server/delivery/delivery_worker.h"
#include "server/insights/filter_choices.h"
#include "server/insights/kept_figures.h"
#include "server/number_parameter.h"
#include "server/page/wishes_page.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

using insights::Wish;

constexpr std::size_t kWishesOnPage = 50;
constexpr std::size_t kTicketsNamed = 5;
constexpr std::string_view kWishesApi = "/api/v1/wishes";

Result<WishFilter> wish_filter(const http::Request& request) {
  WishFilter filter{.lang = std::string(request.param("lang"))};
  const std::string type(request.param("type"));
  if (type.empty()) return filter;
  filter.type = parse_wish_type(type);
  if (filter.type) return filter;
  std::string known;
  for (const auto each : kWishTypes)
    known.append(known.empty() ? "" : ", ").append(wish_type_name(each));
  return fail("no type '" + type + "'", "type", "there are " + known);
}

// "&type=bug&lang=pl"
std::string wish_query(const WishFilter& filter) {
  std::string query;
  if (filter.type) query.append("&type=").append(wish_type_name(*filter.type));
  if (!filter.lang.empty()) query.append("&lang=").append(parameter(filter.lang));
  return query;
}

std::vector<page::Choice> type_choices(const WishFilter& filter, const page::LanguageTexts& texts) {
  std::vector<page::Choice> choices;
  for (const auto type : kWishTypes) {
    const std::string name(wish_type_name(type));
    choices.push_back({name, texts.format("wishes.type_" + name), filter.type == type});
  }
  return choices;
}

page::WishesPage::Wish shown_wish(const StaffRequest& staff, const Wish& wish) {
  page::WishesPage::Wish shown{.label = wish.label,
                               .lang = wish.lang,
                               .type = std::string(wish_type_name(wish.type)),
                               .topic = wish.topic,
                               .trend = std::string(insights::gap_trend_name(wish.trend)),
                               .customers = wish.customers,
                               .recent = wish.recent,
                               .before = wish.before,
                               .ticket_count = std::ssize(wish.tickets),
                               .newest = wish.newest};
  for (std::size_t i = 0; i < std::min(kTicketsNamed, wish.tickets.size()); ++i)
    shown.tickets.push_back({wish.tickets[i], staff.url(ticket_page_path(wish.tickets[i]))});
  for (const auto& [lang, label] : wish.elsewhere) shown.elsewhere.push_back({lang, label});
  return shown;
}

std::string wishes_page_path(const WishFilter& filter, std::size_t number) {
  return std::string(kWishesPath) + "?page=" + std::to_string(number) + wish_query(filter);
}

void add_wishes(const StaffRequest& staff, const WishFilter& filter,
                const std::vector<Wish>& wishes, page::WishesPage& view) {
  const auto number = number_parameter(staff.request, "page", 1, {1, 99'999}).value_or(1);
  const auto begin = std::min((number - 1) * kWishesOnPage, wishes.size());
  const auto end = std::min(begin + kWishesOnPage, wishes.size());
  for (auto i = begin; i < end; ++i) view.wishes.push_back(shown_wish(staff, wishes[i]));
  view.count = std::ssize(wishes);
  view.paging.number = static_cast<std::int64_t>(number);
  if (number > 1) view.paging.previous_url = staff.url(wishes_page_path(filter, number - 1));
  if (end < wishes.size()) view.paging.next_url = staff.url(wishes_page_path(filter, number + 1));
}

http::Response send_wishes(const StaffRequest& staff) {
  const auto& center = staff.center;
  const auto now = center.clock.now();
  if (!posts_webhooks(center.config)) return staff.not_found();
  const auto wishes = center.figures.wishes.read(staff.store, now);
  if (!wishes) return staff.fault(wishes.error());
  const store::Delivery delivery{.key = "wishes/" + iso_time(now),
                                 .kind = store::DeliveryKind::webhook,
                                 .target = center.config.gaps.digest_webhook,
                                 .payload = wishes_payload(*wishes, center.config, now),
                                 .created = now,
                                 .next = now};
  const auto sent = staff.store.write([&](store::Sql& sql) -> Result<void> {
    if (const auto added = store::add_delivery(sql, delivery); !added) return fail(added.error());
    return staff.audit(sql, "wishes.send", delivery.target);
  });
  if (!sent) return staff.fault(sent.error());
  if (center.deliveries) center.deliveries->wake();
  return staff.done(kWishesPath, "staff.done.wishes_sent");
}

}  // namespace

http::Response answer_wishes(const StaffRequest& staff) {
  if (staff.request.method == "POST") return send_wishes(staff);
  const auto filter = wish_filter(staff.request).value_or(WishFilter());
  auto wishes = staff.center.figures.wishes.read(staff.store, staff.center.clock.now());
  if (!wishes) return staff.fault(wishes.error());
  const bool has_any = !wishes->empty();
  keep_chosen(filter, *wishes);
  const auto texts = staff.center.renderer.texts().in(staff.lang);
  const auto query = wish_query(filter);
  page::WishesPage view{.staff = staff.site("writer"),
                        .action = staff.url(kWishesPath),
                        .types = type_choices(filter, texts),
                        .languages = language_choices(staff, filter.lang, texts),
                        .has_any = has_any,
                        .can_send = has_any && posts_webhooks(staff.center.config),
                        .csv_url = staff.url(kWishesApi) + "?format=csv" + query,
                        .json_url = staff.url(kWishesApi) + "?format=json" + query};
  add_wishes(staff, filter, *wishes, view);
  return staff.page(200, page::render(staff.center.renderer, view));
}

http::Response answer_wishes_api(const StaffRequest& staff) {
  const auto format = staff.request.param("format");
  if (!format.empty() && format != "json" && format != "csv")
    return http::problem(400, "`format` must be json or csv.");
  const auto filter = wish_filter(staff.request);
  if (!filter) return http::problem(400, to_line(filter.error()) + ".");
  auto wishes = staff.center.figures.wishes.read(staff.store, staff.center.clock.now());
  if (!wishes) {
    auto response = http::problem(500, "The store could not be read.");
    response.fault = to_line(wishes.error());
    return response;
  }
  keep_chosen(*filter, *wishes);
  if (format == "csv") return csv_download("wishes.csv", wishes_csv(*wishes));
  return staff.json(200, wishes_json(*wishes, staff.center.config));
}

}  // namespace kb
