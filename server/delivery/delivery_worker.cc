#include "server/delivery/delivery_worker.h"

#include <algorithm>

#include "server/delivery/back_off.h"
#include "server/delivery/mail_link.h"
#include "server/delivery/mail_message.h"
#include "server/delivery/smtp.h"
#include "server/delivery/webhook.h"

namespace kb {
namespace {

using store::Delivery;
using store::DeliveryKind;
using namespace std::chrono_literals;

constexpr int kClaimedAtOnce = 8;
constexpr auto kClaim = 5min;  // longer than so many attempts take at their slowest
static_assert(kClaimedAtOnce * TransferLimits{}.total < kClaim);

constexpr auto kShortestRest = 1s;
constexpr auto kLongestRest = 60s;  // another server may have left something
constexpr auto kRestWithoutStore = 10s;

std::size_t number_of(DeliveryKind kind) {
  return static_cast<std::size_t>(kind);
}

Result<void> check_address(const std::string& address, const char* key) {
  if (address.empty() || is_mail_address(address)) return {};
  return fail("'" + address + "' is no e-mail address", key, "write it as help@example.com");
}

Result<void> check_mail(const Config& config) {
  const auto& server = config.mail.smtp;
  if (!server.empty() && !server.starts_with("smtp://") && !server.starts_with("smtps://"))
    return fail("'" + server + "' is no address of a mail server", "mail.smtp",
                "write it as smtps://mail.example.com:465");
  if (auto from = check_address(config.mail.from, "mail.from"); !from) return from;
  return check_address(config.contact.mail_to, "contact.mail_to");
}

std::string hint_for(bool is_dead) {
  return is_dead ? "it is not tried again; kb-server deliveries list shows it" : "";
}

}  // namespace

Result<std::unique_ptr<DeliveryWorker>> DeliveryWorker::create(Parts parts) {
  const auto& config = parts.config;
  std::optional<WebhookSecret> secret;
  if (!config.contact.webhook.empty() || !config.gaps.digest_webhook.empty()) {
    auto parsed = WebhookSecret::parse(config.contact.webhook_secret);
    if (!parsed) return fail(parsed.error());
    secret = std::move(*parsed);
  }
  if (auto checked = check_mail(config); !checked) return fail(checked.error());
  return std::unique_ptr<DeliveryWorker>(new DeliveryWorker(std::move(parts), std::move(secret)));
}

DeliveryWorker::DeliveryWorker(Parts parts, std::optional<WebhookSecret> secret)
    : parts_(std::move(parts)), secret_(std::move(secret)), limits_(parts_.limits) {
  limits_.ending = &ending_;
}

DeliveryWorker::~DeliveryWorker() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

void DeliveryWorker::start() {
  for (const auto kind : {DeliveryKind::webhook, DeliveryKind::mail})
    threads_.at(number_of(kind)) = std::thread([this, kind] { run(kind); });
}

void DeliveryWorker::wake() {
  {
    const std::scoped_lock lock(mutex_);
    woken_.fill(true);
  }
  changed_.notify_all();
}

void DeliveryWorker::run(DeliveryKind kind) {
  while (!ending_) {
    if (kind == DeliveryKind::mail) parts_.before_mails();
    if (const auto sent = send_due(kind); !sent) parts_.problem(sent.error());
    rest(kind);
  }
}

void DeliveryWorker::rest(DeliveryKind kind) {
  const auto longest = until_next(kind);
  std::unique_lock lock(mutex_);
  bool& woken = woken_.at(number_of(kind));
  changed_.wait_for(lock, longest, [&] { return woken || ending_; });
  woken = false;
}

std::chrono::seconds DeliveryWorker::until_next(DeliveryKind kind) const {
  store::Store* store = parts_.store();
  if (store == nullptr) return kRestWithoutStore;
  const auto next = store->read([&](store::Sql& sql) { return store::next_delivery(sql, kind); });
  if (!next) return kRestWithoutStore;
  if (!*next) return kLongestRest;
  return std::clamp<std::chrono::seconds>(**next - parts_.clock.now(), kShortestRest, kLongestRest);
}

Result<int> DeliveryWorker::send_due(DeliveryKind kind) {
  store::Store* store = parts_.store();
  if (store == nullptr) return 0;
  for (int made = 0;;) {
    const auto claimed = claim(*store, kind);
    if (!claimed) return fail(claimed.error());
    if (claimed->empty()) return made;
    for (const Delivery& delivery : *claimed) {
      const auto attempted = attempt(delivery);
      if (ending_) return made;
      if (auto settled = settle(*store, delivery, attempted); !settled)
        return fail(settled.error());
      ++made;
    }
  }
}

// Most of the time nothing is due: then the store's one writer is not kept from its work.
Result<DeliveryWorker::Deliveries> DeliveryWorker::claim(store::Store& store,
                                                         DeliveryKind kind) const {
  const auto now = parts_.clock.now();
  const auto next = store.read([&](store::Sql& sql) { return store::next_delivery(sql, kind); });
  if (!next) return fail(next.error());
  if (!*next || **next > now) return Deliveries();
  return store.write([&](store::Sql& sql) {
    return store::claim_deliveries(sql, kind, now, now + kClaim, kClaimedAtOnce);
  });
}

Attempt DeliveryWorker::attempt(const Delivery& delivery) const {
  return delivery.kind == DeliveryKind::mail ? attempt_mail(delivery) : attempt_webhook(delivery);
}

Attempt DeliveryWorker::attempt_webhook(const Delivery& delivery) const {
  const auto& contact = parts_.config.contact;
  if (!secret_) return {Attempt::Outcome::failed, "contact.webhook_secret is not set in kb.yaml"};
  return post_webhook({.url = delivery.target,
                       .id = delivery.key,
                       .body = delivery.payload,
                       .private_allowed = contact.private_webhooks,
                       .limits = limits_},
                      *secret_, parts_.clock.now());
}

Attempt DeliveryWorker::attempt_mail(const Delivery& delivery) const {
  const auto& mail = parts_.config.mail;
  if (!sends_mail(parts_.config))
    return {Attempt::Outcome::failed, "mail.smtp and mail.from are not set in kb.yaml"};
  return send_mail(mail, {.to = delivery.target, .wire = delivery.payload, .limits = limits_});
}

Result<void> DeliveryWorker::settle(store::Store& store, const Delivery& delivery,
                                    const Attempt& made) {
  const auto now = parts_.clock.now();
  if (made.outcome == Attempt::Outcome::delivered) {
    parts_.count("delivered");
    return store.write(
        [&](store::Sql& sql) { return store::set_delivered(sql, delivery.id, now); });
  }
  const auto wait = made.outcome == Attempt::Outcome::refused
                        ? std::nullopt
                        : wait_after(delivery.attempts + 1, made.retry_after);
  parts_.count(wait ? "failed" : "dead");
  // By its number: an address of a customer does not belong in a log.
  parts_.problem({made.problem,
                  "delivery " + std::to_string(delivery.id) + ", attempt " +
                      std::to_string(delivery.attempts + 1),
                  hint_for(!wait)});
  return store.write([&](store::Sql& sql) {
    return wait ? store::set_failed(sql, delivery.id, made.problem, now + *wait)
                : store::set_dead(sql, delivery.id, made.problem);
  });
}

}  // namespace kb
