// The store of a running server: opened when it starts, tried again while it cannot be had.
//
//   LiveStore live(config.store.url, {.opened = …, .problem = log});
//   if (store::Store* store = live.get()) …       // else: away, the pages for customers serve on
//
// `opened` is called once, `problem` whenever the reason changes; both from the thread that tries,
// the first time the one that makes it. Once there, a store stays: what fails later is told by what
// was asked of it. Thread-safe.

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "core/store/store.h"

namespace kb {

class LiveStore {
 public:
  struct Told {
    std::function<void(store::Store&)> opened;  // before get() gives it
    std::function<void(const Error&)> problem;
  };

  LiveStore(std::string url, Told told,
            std::chrono::milliseconds between = std::chrono::seconds{10});
  ~LiveStore();
  LiveStore(const LiveStore&) = delete;
  LiveStore& operator=(const LiveStore&) = delete;

  void give_up();  // no more tries; a store that is there stays

  store::Store* get() const { return live_.load(std::memory_order_acquire); }

 private:
  bool open();
  void keep_trying();

  const std::string url_;
  const Told told_;
  const std::chrono::milliseconds between_;
  std::unique_ptr<store::Store> store_;
  std::atomic<store::Store*> live_{nullptr};
  std::string last_problem_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace kb
