// Sends what waits in the store's deliveries, on threads of its own: at once when woken, and when a
// failed one's next attempt is due.
//
//   auto worker = DeliveryWorker::create({config, clock, [&] { return live_store.get(); }, log});
//   if (!worker) return fail(worker.error());     // a secret that is none, an address that is none
//   (*worker)->start();
//   (*worker)->wake();               // after a transaction that added deliveries; never waits
//   (*worker)->send_due(kind);       // one round on this thread, without start(): for tests
//
// Mails and webhooks have a thread each: neither waits for the other's receiver. A delivery is
// claimed for some minutes before it is sent, so that servers that share a store do not send it
// twice; one whose server died while sending it is sent again after that. Failures are tried again
// for a day (back_off.h), then dead until `kb-server deliveries retry`. Thread-safe.

#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/store/deliveries.h"
#include "core/store/store.h"
#include "server/delivery/attempt.h"
#include "server/delivery/mail_limit.h"
#include "server/delivery/transfer.h"
#include "server/delivery/webhook_signature.h"

namespace kb {

class DeliveryWorker {
 public:
  struct Parts {
    const Config& config;
    const Clock& clock;
    std::function<store::Store*()> store;  // null: away for now
    std::function<void(const Error&)> problem;
    std::function<void()> before_mails = [] {};  // on the mails' thread, each time it is woken
    // "delivered", "failed" (tried again) or "dead", for each attempt: for monitoring.
    std::function<void(std::string_view outcome)> count = [](std::string_view) {};
    TransferLimits limits = {};
  };

  static Result<std::unique_ptr<DeliveryWorker>> create(Parts parts);
  ~DeliveryWorker();  // an attempt that is under way is broken off, and made again later
  DeliveryWorker(const DeliveryWorker&) = delete;
  DeliveryWorker& operator=(const DeliveryWorker&) = delete;

  void start();
  void wake();
  Result<int> send_due(store::DeliveryKind kind);  // how many attempts were made
  MailLimit& limit() { return limit_; }            // of mails that anybody may ask for

 private:
  using Deliveries = std::vector<store::Delivery>;

  DeliveryWorker(Parts parts, std::optional<WebhookSecret> secret);

  void run(store::DeliveryKind kind);
  void rest(store::DeliveryKind kind);
  std::chrono::seconds until_next(store::DeliveryKind kind) const;
  Result<Deliveries> claim(store::Store& store, store::DeliveryKind kind) const;
  Attempt attempt(const store::Delivery& delivery) const;
  Attempt attempt_webhook(const store::Delivery& delivery) const;
  Attempt attempt_mail(const store::Delivery& delivery) const;
  Result<void> settle(store::Store& store, const store::Delivery& delivery, const Attempt& made);

  const Parts parts_;
  const std::optional<WebhookSecret> secret_;  // none: no webhook is configured
  MailLimit limit_;
  TransferLimits limits_;
  std::atomic<bool> ending_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::array<bool, 2> woken_ = {};  // by kind
  std::array<std::thread, 2> threads_;
};

}  // namespace kb
