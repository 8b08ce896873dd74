// Notices newly published generations while the server runs.
//
//   IndexWatch watch(pool, {.published = …, .warm_up = …, .problem = …});   // looks every 100 ms
//
// A thread of its own, which ends with the object. A generation that cannot be opened is told once
// each time its error changes, and tried again; the old one serves on.

#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "core/index/searcher_pool.h"

namespace kb {

class IndexWatch {
 public:
  struct Events {
    std::function<void(const index::Generation&)> published;  // it is in use
    std::function<void(const index::Generation&)> warm_up;    // on the watch's thread: may be slow
    std::function<void(const Error&)> problem;
  };

  // Looks once before it returns, so that a server with an index starts with it.
  IndexWatch(index::SearcherPool& pool, Events events);
  ~IndexWatch();
  IndexWatch(const IndexWatch&) = delete;
  IndexWatch& operator=(const IndexWatch&) = delete;

 private:
  void look();
  void run();

  index::SearcherPool& pool_;
  Events events_;
  std::shared_ptr<const index::Generation> cold_;  // in use, but not warmed up
  std::string last_problem_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace kb
