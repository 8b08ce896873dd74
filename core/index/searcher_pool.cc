#include "core/index/searcher_pool.h"

namespace kb::index {

SearcherPool::SearcherPool(std::filesystem::path index, text::Stemmers& stemmers)
    : index_(std::move(index)), stemmers_(stemmers) {}

Result<bool> SearcherPool::refresh() {
  auto identity = current_identity(index_);
  if (!identity) return fail(identity.error());
  if (*identity == identity_) return false;
  auto opened = Generation::open_current(index_);
  if (!opened) return fail(opened.error());
  identity_ = std::move(*identity);
  std::vector<std::unique_ptr<Searcher>> retired;  // closed outside the lock
  const std::lock_guard lock(mutex_);
  generation_ = std::move(*opened);
  retired.swap(idle_);
  return true;
}

SearcherPool::Lease SearcherPool::lease() {
  std::shared_ptr<const Generation> live;
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto searcher = std::move(idle_.back());
      idle_.pop_back();
      return Lease(this, std::move(searcher));
    }
    live = generation_;
  }
  if (!live) return {};
  return Lease(this, std::make_unique<Searcher>(std::move(live), stemmers_));
}

std::shared_ptr<const Generation> SearcherPool::generation() const {
  const std::lock_guard lock(mutex_);
  return generation_;
}

void SearcherPool::give_back(std::unique_ptr<Searcher> searcher) {
  const std::lock_guard lock(mutex_);
  if (&searcher->generation() == generation_.get()) idle_.push_back(std::move(searcher));
}

}  // namespace kb::index
