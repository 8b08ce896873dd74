#include "server/events/store_keys.h"

#include <chrono>
#include <utility>

#include "core/base/secrets.h"
#include "core/store/secret_table.h"
#include "core/store/ticket_table.h"
#include "core/store/visitor_salts.h"

namespace kb {
namespace {

constexpr std::chrono::milliseconds kPatience{50};
constexpr std::chrono::seconds kBetweenTries{10};

}  // namespace

struct StoreKeys::Fetched {
  std::string seal;
  std::string customers;
  std::string today;
  std::string tomorrow;
};

StoreKeys::StoreKeys(Problem problem) : problem_(std::move(problem)), own_seal_(random_key()) {}

StoreKeys::~StoreKeys() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void StoreKeys::attach(store::Store& store, std::int64_t today) {
  {
    const std::lock_guard lock(mutex_);
    store_ = &store;
    newest_ = today;
  }
  const bool loaded = load(today);
  const std::lock_guard lock(mutex_);
  if (!loaded) wanted_ = today;
  thread_ = std::thread([this] { keep_loading(); });
}

std::string StoreKeys::salt_of(std::int64_t day) {
  std::unique_lock lock(mutex_);
  // A clock that is set back a little stays in its day; one that was far ahead is not believed.
  newest_ = newest_ == day + 1 ? newest_ : day;
  day = newest_;
  salts_.erase(salts_.begin(), salts_.lower_bound(day));
  if (store_ && !salts_.contains(day + 1)) {
    wanted_ = day;
    changed_.notify_all();
    const auto is_there = [&] { return salts_.contains(day) || failing_; };
    if (!is_there()) changed_.wait_for(lock, kPatience, is_there);
  }
  if (const auto found = salts_.find(day); found != salts_.end()) return found->second;
  if (own_salt_.empty() || own_day_ != day) {
    own_salt_ = random_key();
    own_day_ = day;
  }
  return own_salt_;
}

std::vector<std::string> StoreKeys::sealing() const {
  const std::lock_guard lock(mutex_);
  if (seal_.empty()) return {own_seal_};
  return {seal_, own_seal_};
}

std::string StoreKeys::customers() const {
  const std::lock_guard lock(mutex_);
  return customers_;
}

Result<StoreKeys::Fetched> StoreKeys::fetch(std::int64_t day) {
  return store_->write([&](store::Sql& sql) -> Result<Fetched> {
    if (auto dropped = store::drop_salts_before(sql, day); !dropped) return fail(dropped.error());
    auto seal = store::secret(sql, "events");
    if (!seal) return fail(seal.error());
    auto customers = store::ticket_key(sql);
    if (!customers) return fail(customers.error());
    auto today = store::salt_of_day(sql, day);
    if (!today) return fail(today.error());
    auto tomorrow = store::salt_of_day(sql, day + 1);
    if (!tomorrow) return fail(tomorrow.error());
    return Fetched{std::move(*seal), std::move(*customers), std::move(*today),
                   std::move(*tomorrow)};
  });
}

bool StoreKeys::load(std::int64_t day) {
  auto fetched = fetch(day);
  bool is_news = false;
  {
    const std::lock_guard lock(mutex_);
    is_news = !fetched && !failing_;
    failing_ = !fetched;
    if (fetched) {
      seal_ = std::move(fetched->seal);
      customers_ = std::move(fetched->customers);
      salts_[day] = std::move(fetched->today);
      salts_[day + 1] = std::move(fetched->tomorrow);
    }
  }
  changed_.notify_all();
  if (is_news) problem_(fetched.error());
  return fetched.has_value();
}

void StoreKeys::keep_loading() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ended_ || wanted_; });
    if (ended_) return;
    const auto day = *std::exchange(wanted_, std::nullopt);
    lock.unlock();
    const bool loaded = load(day);
    lock.lock();
    if (loaded) continue;
    changed_.wait_for(lock, kBetweenTries, [this] { return ended_; });
    wanted_ = newest_;
  }
}

}  // namespace kb
