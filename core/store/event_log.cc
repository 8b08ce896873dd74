#include "core/store/event_log.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "core/store/event_spool.h"
#include "core/store/storable_text.h"

namespace kb::store {
namespace {

using Outcome = EventLog::Outcome;
using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kMostAtOnce = 20'000;  // events in one transaction, but for a single batch

// A batch that the store refuses would hold up all that are written with it.
void make_storable(EventBatch& batch) {
  batch.id = storable(std::move(batch.id));
  for (Event& event : batch.events)
    for (std::string* text :
         {&event.customer, &event.form, &event.query_id, &event.lang, &event.category,
          &event.object, &event.outcome, &event.text, &event.detail})
      *text = storable(std::move(*text));
}

}  // namespace

class EventLog::Impl {
 public:
  explicit Impl(Options options)
      : options_(std::move(options)),
        spool_(options_.spool, options_.most_spooled, options_.problem),
        spool_holds_(!spool_.empty()),
        thread_([this] { run(); }) {}

  ~Impl() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void attach(Store& store) {
    {
      const std::lock_guard lock(mutex_);
      store_ = &store;
    }
    wake_.notify_all();
  }

  void put(EventBatch batch, Done done) {
    make_storable(batch);
    {
      const std::lock_guard lock(mutex_);
      const std::size_t events = batch.events.size();
      if (counts_.waiting + events > options_.most_waiting) {
        counts_.dropped += events;
        if (!done) return;
        refused_.push_back(std::move(done));
      } else {
        counts_.waiting += events;
        waiting_.batches.push_back(std::move(batch));
        waiting_.done.push_back(std::move(done));
      }
      ++put_;
    }
    wake_.notify_all();
  }

  void flush() {
    std::unique_lock lock(mutex_);
    const std::uint64_t all = put_;
    settled_.wait(lock, [&] { return told_ >= all && (!spool_holds_ || !store_ || failing_); });
  }

  Counts counts() const {
    const std::lock_guard lock(mutex_);
    return counts_;
  }

 private:
  struct Group {
    std::vector<EventBatch> batches;
    std::vector<Done> done;
  };

  // The rest is the log's own thread.

  void run() {
    for (;;) {
      std::unique_lock lock(mutex_);
      wait(lock);
      if (stopping_ && waiting_.batches.empty() && refused_.empty()) return;
      const Group group = take();
      const auto refused = std::exchange(refused_, {});
      lock.unlock();
      for (const Done& done : refused) done(Outcome::dropped);
      if (!group.batches.empty()) keep(group);
      note_told(group, refused.size());
      if (can_try_store() && !spool_.empty()) move_from_spool();
    }
  }

  void wait(std::unique_lock<std::mutex>& lock) {
    const auto has_work = [this] {
      return stopping_ || !waiting_.batches.empty() || !refused_.empty() ||
             (store_ && !spool_.empty() && SteadyClock::now() >= next_try_);
    };
    if (store_ && !spool_.empty())
      wake_.wait_until(lock, next_try_, has_work);
    else
      wake_.wait(lock, has_work);
  }

  Group take() {
    std::size_t count = 0;
    std::size_t events = 0;
    for (; count < waiting_.batches.size(); ++count) {
      const std::size_t more = waiting_.batches[count].events.size();
      if (count > 0 && events + more > kMostAtOnce) break;
      events += more;
    }
    const auto taken = static_cast<std::ptrdiff_t>(count);
    Group group;
    const auto move_to = [taken](auto& from, auto& to) {
      to.assign(std::make_move_iterator(from.begin()),
                std::make_move_iterator(from.begin() + taken));
      from.erase(from.begin(), from.begin() + taken);
    };
    move_to(waiting_.batches, group.batches);
    move_to(waiting_.done, group.done);
    return group;
  }

  bool can_try_store() {
    const std::lock_guard lock(mutex_);
    return store_ && SteadyClock::now() >= next_try_;
  }

  void keep(const Group& group) {
    if (can_try_store()) {
      if (const auto is_new = put_into_store(group.batches)) {
        for (std::size_t i = 0; i < group.batches.size(); ++i)
          settle(group, i, (*is_new)[i] ? Outcome::stored : Outcome::known);
        return;
      }
    }
    const auto outcome = put_aside(group.batches) ? Outcome::spooled : Outcome::dropped;
    for (std::size_t i = 0; i < group.batches.size(); ++i) settle(group, i, outcome);
  }

  Result<std::vector<bool>> put_into_store(std::span<const EventBatch> batches) {
    auto is_new = store_->write([&](Sql& sql) { return put_batches(sql, batches); });
    const std::lock_guard lock(mutex_);
    next_try_ = is_new ? SteadyClock::time_point() : SteadyClock::now() + options_.retry;
    const bool failed_before = std::exchange(failing_, !is_new);
    if (!is_new && !failed_before) tell(is_new.error());
    return is_new;
  }

  bool put_aside(std::span<const EventBatch> batches) {
    const auto kept = spool_.append(batches);
    const std::lock_guard lock(mutex_);
    const bool failed_before = std::exchange(spool_failing_, !kept);
    if (!kept && !failed_before) tell(kept.error());
    spool_holds_ = !spool_.empty();
    return kept.has_value();
  }

  void move_from_spool() {
    const auto batches = spool_.oldest();
    if (!batches) tell(batches.error());
    if (batches && put_into_store(*batches)) spool_.drop_oldest();
    {
      const std::lock_guard lock(mutex_);
      spool_holds_ = !spool_.empty();
    }
    settled_.notify_all();
  }

  void settle(const Group& group, std::size_t i, Outcome outcome) {
    const std::size_t events = group.batches[i].events.size();
    {
      const std::lock_guard lock(mutex_);
      counts_.waiting -= events;
      if (outcome == Outcome::stored) counts_.stored += events;
      if (outcome == Outcome::spooled) counts_.spooled += events;
      if (outcome == Outcome::dropped) counts_.dropped += events;
    }
    if (group.done[i]) group.done[i](outcome);
  }

  void note_told(const Group& group, std::size_t refused) {
    {
      const std::lock_guard lock(mutex_);
      told_ += group.batches.size() + refused;
    }
    settled_.notify_all();
  }

  void tell(const Error& error) const {
    if (options_.problem) options_.problem(error);
  }

  const Options options_;
  EventSpool spool_;  // of the log's thread, once it runs

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable settled_;
  Store* store_ = nullptr;
  Group waiting_;
  std::vector<Done> refused_;
  Counts counts_;
  std::uint64_t put_ = 0;   // batches handed in, as far as somebody is told of them
  std::uint64_t told_ = 0;  // of these
  bool stopping_ = false;
  bool failing_ = false;  // the store
  bool spool_failing_ = false;
  bool spool_holds_;
  SteadyClock::time_point next_try_;

  std::thread thread_;  // begins when all else is there
};

EventLog::EventLog(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
EventLog::~EventLog() = default;

void EventLog::attach(Store& store) {
  impl_->attach(store);
}

void EventLog::put(EventBatch batch, Done done) {
  impl_->put(std::move(batch), std::move(done));
}

void EventLog::flush() {
  impl_->flush();
}

EventLog::Counts EventLog::counts() const {
  return impl_->counts();
}

}  // namespace kb::store
