// Notices newly published generations while the server runs.
//
//   IndexWatch watch(pool, on_published, on_problem);    // looks every 100 ms from now on
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
  using Published = std::function<void(const index::Generation&)>;
  using Problem = std::function<void(const Error&)>;

  // Looks once before it returns, so that a server with an index starts with it.
  IndexWatch(index::SearcherPool& pool, Published on_published, Problem on_problem);
  ~IndexWatch();
  IndexWatch(const IndexWatch&) = delete;
  IndexWatch& operator=(const IndexWatch&) = delete;

 private:
  void look();
  void run();

  index::SearcherPool& pool_;
  Published on_published_;
  Problem on_problem_;
  std::string last_problem_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace kb
