#include "server/coverage/digest_sender.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/store/deliveries.h"
#include "core/store/first_times.h"
#include "server/coverage/digest.h"
#include "server/coverage/digest_json.h"
#include "server/coverage/digest_words.h"
#include "server/coverage/site_days.h"
#include "server/delivery/mail_link.h"
#include "server/delivery/mail_message.h"
#include "server/gaps/gap_board.h"
#include "server/writer/review_week.h"

namespace kb {
namespace {

using store::Delivery;
using store::DeliveryKind;

constexpr int kDueMinute = 7 * 60;

std::string mail_key(const std::string& when) {
  return "digest/" + when + "/mail";
}
std::string webhook_key(const std::string& when) {
  return "digest/" + when + "/webhook";
}

Result<Digest> digest_now(const HelpCenter& center, const store::Store& store) {
  return make_digest({center, store, center.gaps ? center.gaps->report() : nullptr});
}

Delivery mail_of(const HelpCenter& center, const Digest& digest, const std::string& when) {
  const auto& config = center.config;
  const auto texts = team_texts(center);
  const auto text = in_words(digest, center, texts);
  const MailMessage mail{.from = {config.site.name, config.mail.from},
                         .to = config.gaps.digest_to,
                         .subject = text.subject,
                         .id = mail_key(when),
                         .date = digest.made,
                         .body = digest_body(text, config, texts)};
  return {.key = mail.id,
          .kind = DeliveryKind::mail,
          .target = mail.to,
          .payload = to_wire(mail),
          .created = digest.made,
          .next = digest.made};
}

Delivery webhook_of(const HelpCenter& center, const Digest& digest, const std::string& when) {
  const nlohmann::ordered_json payload = {{"type", "gaps.digest"},
                                          {"timestamp", iso_time(digest.made)},
                                          {"data", digest_json(digest, center)}};
  return {.key = webhook_key(when),
          .kind = DeliveryKind::webhook,
          .target = center.config.gaps.digest_webhook,
          .payload = payload.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
          .created = digest.made,
          .next = digest.made};
}

// Those of the week that are configured and were not added yet.
Result<std::vector<DeliveryKind>> kinds_due(const HelpCenter& center, const store::Store& store,
                                            const std::string& week) {
  std::vector<std::pair<DeliveryKind, std::string>> wanted;
  if (mails_digest(center.config)) wanted.emplace_back(DeliveryKind::mail, mail_key(week));
  if (posts_webhooks(center.config)) wanted.emplace_back(DeliveryKind::webhook, webhook_key(week));
  if (wanted.empty()) return std::vector<DeliveryKind>();
  return store.read([&](store::Sql& sql) -> Result<std::vector<DeliveryKind>> {
    std::vector<DeliveryKind> due;
    for (const auto& [kind, key] : wanted) {
      const auto known = store::has_delivery(sql, key);
      if (!known) return fail(known.error());
      if (!*known) due.push_back(kind);
    }
    return due;
  });
}

bool must_wait_for_gaps(const HelpCenter& center) {
  return center.gaps && !center.gaps->report() && !center.gaps->status().failed;
}

Result<bool> add_all(store::Store& store, const std::vector<Delivery>& deliveries) {
  return store.write([&](store::Sql& sql) -> Result<bool> {
    bool is_new = false;
    for (const auto& delivery : deliveries) {
      const auto added = store::add_delivery(sql, delivery);
      if (!added) return fail(added.error());
      is_new = is_new || *added;
    }
    return is_new;
  });
}

}  // namespace

std::string digest_week(const text::Calendar& calendar, int day, Time now) {
  const auto today = calendar.day_of(now);
  auto days_ago = (text::Calendar::weekday(today) - (day - 1) + 7) % 7;
  if (days_ago == 0 && calendar.minute_of_day(now) < kDueMinute) days_ago = 7;
  return week_name(week_of(first_second(today - days_ago)));
}

bool mails_digest(const Config& config) {
  return sends_mail(config) && is_mail_address(config.gaps.digest_to);
}

bool posts_webhooks(const Config& config) {
  return !config.gaps.digest_webhook.empty();
}

Result<bool> send_due_digest(const HelpCenter& center, store::Store& store) {
  const auto calendar = text::Calendar::of(center.config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  const auto now = center.clock.now();
  const auto begun =
      store.write([&](store::Sql& sql) { return store::first_time(sql, "digest", now); });
  if (!begun) return fail(begun.error());
  const int day = center.config.gaps.digest_day;
  const auto week = digest_week(*calendar, day, now);
  if (week <= digest_week(*calendar, day, *begun)) return false;
  const auto due = kinds_due(center, store, week);
  if (!due) return fail(due.error());
  if (due->empty() || must_wait_for_gaps(center)) return false;
  const auto digest = digest_now(center, store);
  if (!digest) return fail(digest.error());
  std::vector<Delivery> deliveries;
  for (const auto kind : *due)
    deliveries.push_back(kind == DeliveryKind::mail ? mail_of(center, *digest, week)
                                                    : webhook_of(center, *digest, week));
  return add_all(store, deliveries);
}

Result<void> mail_digest_now(const HelpCenter& center, store::Store& store) {
  const auto digest = digest_now(center, store);
  if (!digest) return fail(digest.error());
  const auto added = add_all(store, {mail_of(center, *digest, iso_time(digest->made))});
  if (!added) return fail(added.error());
  return {};
}

}  // namespace kb
