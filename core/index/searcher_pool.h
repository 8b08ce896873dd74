// Searchers for many threads, and the switch to a new generation without a missed request.
//
//   SearcherPool pool("var/index", stemmers);
//   pool.refresh();                        // often, by one thread: opens what CURRENT names now
//   if (auto lease = pool.lease()) lease->search(request);   // else there is no index yet
//
// Thread-safe. A lease keeps its generation until it ends; idle searchers of a retired generation
// are closed at the next refresh. There are as many searchers as there were leases at once.

#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/index/searcher.h"

namespace kb::index {

class SearcherPool {
 public:
  class Lease {
   public:
    Lease() = default;
    Lease(SearcherPool* pool, std::unique_ptr<Searcher> searcher)
        : pool_(pool), searcher_(std::move(searcher)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (searcher_) pool_->give_back(std::move(searcher_));
    }

    explicit operator bool() const { return searcher_ != nullptr; }
    Searcher* operator->() const { return searcher_.get(); }
    Searcher& operator*() const { return *searcher_; }

   private:
    SearcherPool* pool_ = nullptr;
    std::unique_ptr<Searcher> searcher_;
  };

  SearcherPool(std::filesystem::path index, text::Stemmers& stemmers);

  // True when another generation is live than before. An Error leaves the old one in use.
  Result<bool> refresh();

  Lease lease();
  std::shared_ptr<const Generation> generation() const;  // null: no index yet

 private:
  void give_back(std::unique_ptr<Searcher> searcher);

  const std::filesystem::path index_;
  text::Stemmers& stemmers_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Generation> generation_;
  std::string identity_;  // of CURRENT when it was read; touched by refresh() alone
  std::vector<std::unique_ptr<Searcher>> idle_;
};

}  // namespace kb::index
