// Tells a person how long work will take: a bar with count, rate and time left on a terminal, a
// plain line every few seconds elsewhere.
//
//   Progress progress(stderr, Progress::style_for(stderr));
//   progress.start("Indexing", 38405);  progress.advance(64);  progress.finish();
//
// Thread-safe. Writes to its stream only, so standard output stays free for results.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <mutex>
#include <string>

namespace kb {

class Progress {
 public:
  enum class Style { bar, lines, silent };

  static Style style_for(std::FILE* stream);  // a bar where the stream is a terminal

  Progress(std::FILE* stream, Style style) : stream_(stream), style_(style) {}

  void start(std::string what, std::size_t total);
  void advance(std::size_t by);
  void finish();

  // One line of its own, between updates.
  void note(const std::string& line);

 private:
  using Steady = std::chrono::steady_clock;
  void show(Steady::time_point now);
  void clear_bar();

  std::FILE* stream_;
  Style style_;
  std::mutex mutex_;
  std::string what_;
  std::size_t total_ = 0;
  std::size_t done_ = 0;
  Steady::time_point started_;
  Steady::time_point shown_;
  bool bar_visible_ = false;
};

// "12 of 38405 (0 %), 5400/s, 7 s left"
std::string progress_text(std::size_t done, std::size_t total, double seconds);

}  // namespace kb
