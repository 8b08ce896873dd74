// Events that pages note one by one, handed to the log in batches: an id for each would cost more
// than the events.
//
//   NoteQueue notes(log);
//   notes.add(event);           // never waits
//   notes.hand_in();            // what is there goes to the log now; otherwise within a moment
//
// Thread-safe. The destructor hands in what is left.

#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "core/store/event_log.h"

namespace kb {

class NoteQueue {
 public:
  explicit NoteQueue(store::EventLog& log);
  ~NoteQueue();
  NoteQueue(const NoteQueue&) = delete;
  NoteQueue& operator=(const NoteQueue&) = delete;

  void add(store::Event event);
  void hand_in();

 private:
  void run();

  store::EventLog& log_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<store::Event> events_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace kb
