// What help before it is asked for keeps in memory between requests: which articles fit which
// pages, what was learned from clicks, what is pinned.
//
//   ContextDesk desk(clock, problem);
//   const auto map = desk.map(generation);           // made once a generation
//   desk.learning.opened_from(…);  desk.notices.shown(…);
//
// Thread-safe. What it reads from the store may be missing: then there is less to show.

#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "server/context/context_map.h"
#include "server/context/notice_board.h"
#include "server/context/page_learning.h"

namespace kb {

class ContextDesk {
 public:
  // `problem` is called from several threads.
  ContextDesk(const Clock& clock, const std::function<void(const Error&)>& problem)
      : learning(clock, problem), notices(clock, problem) {}

  std::shared_ptr<const ContextMap> map(const index::Generation& generation);

  PageLearning learning;
  NoticeBoard notices;

 private:
  std::mutex mutex_;
  index::GenerationNumber number_ = 0;  // that the map is of
  std::shared_ptr<const ContextMap> map_;
};

}  // namespace kb
