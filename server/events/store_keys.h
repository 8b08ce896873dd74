// What events need of the store beforehand: the key that seals tokens, the key of customers'
// addresses, the salts of days. A thread of its own asks for them, so that no page waits.
//
//   StoreKeys keys(problem);
//   keys.attach(store, today);         // once it is there
//   keys.salt_of(today)                // the store's, else one of this process
//   keys.sealing()                     // the first seals, each unseals
//
// Tomorrow's salt is fetched with today's. Where it is missing all the same, the first who asks
// waits for it, 50 ms at most. Salts of past days are dropped at once, here and in the store. What
// the store refuses is told and tried again. Thread-safe.

#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/store/store.h"

namespace kb {

class StoreKeys {
 public:
  using Problem = std::function<void(const Error&)>;

  explicit StoreKeys(Problem problem);
  ~StoreKeys();
  StoreKeys(const StoreKeys&) = delete;
  StoreKeys& operator=(const StoreKeys&) = delete;

  void attach(store::Store& store, std::int64_t today);  // which outlives this; once

  std::string salt_of(std::int64_t day);
  std::vector<std::string> sealing() const;
  std::string customers() const;  // empty: not there yet

 private:
  struct Fetched;
  Result<Fetched> fetch(std::int64_t day);
  bool load(std::int64_t day);
  void keep_loading();

  const Problem problem_;
  const std::string own_seal_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  store::Store* store_ = nullptr;
  std::string seal_;
  std::string customers_;
  std::map<std::int64_t, std::string> salts_;  // of the store
  std::int64_t own_day_ = 0;
  std::string own_salt_;
  std::int64_t newest_ = 0;             // day that was asked for
  std::optional<std::int64_t> wanted_;  // day whose salt, or whose successor's, is missing
  bool failing_ = false;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace kb
