#include "indexer/progress.h"

#include <unistd.h>

#include <algorithm>

namespace kb {
namespace {

constexpr std::chrono::milliseconds kBarInterval{100};
constexpr std::chrono::seconds kLineInterval{5};
constexpr std::size_t kBarWidth = 24;

}  // namespace

std::string progress_text(std::size_t done, std::size_t total, double seconds) {
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  const auto percent = total > 0 ? done * 100 / total : 100;
  std::string text = std::to_string(done) + " of " + std::to_string(total) + " (" +
                     std::to_string(percent) + " %)";
  if (rate <= 0) return text;
  char tail[64];
  std::snprintf(tail, sizeof tail, ", %.0f/s, %.0f s left", rate,
                static_cast<double>(total - std::min(done, total)) / rate);
  return text + tail;
}

Progress::Style Progress::style_for(std::FILE* stream) {
  return ::isatty(::fileno(stream)) != 0 ? Style::bar : Style::lines;
}

void Progress::start(std::string what, std::size_t total) {
  const std::lock_guard lock(mutex_);
  what_ = std::move(what);
  total_ = total;
  done_ = 0;
  started_ = shown_ = Steady::now();
}

void Progress::advance(std::size_t by) {
  const std::lock_guard lock(mutex_);
  done_ += by;
  const auto now = Steady::now();
  const bool due =
      style_ == Style::bar ? now - shown_ >= kBarInterval : now - shown_ >= kLineInterval;
  if (due) show(now);
}

void Progress::finish() {
  const std::lock_guard lock(mutex_);
  clear_bar();
}

void Progress::note(const std::string& line) {
  const std::lock_guard lock(mutex_);
  clear_bar();
  if (style_ != Style::silent) std::fprintf(stream_, "%s\n", line.c_str());
}

void Progress::show(Steady::time_point now) {
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const std::string text = what_ + ": " + progress_text(done_, total_, seconds);
  if (style_ == Style::lines) {
    std::fprintf(stream_, "%s\n", text.c_str());
  } else if (style_ == Style::bar) {
    const auto filled = total_ > 0 ? std::min(done_, total_) * kBarWidth / total_ : kBarWidth;
    const std::string bar = std::string(filled, '#') + std::string(kBarWidth - filled, '.');
    std::fprintf(stream_, "\r\033[K[%s] %s", bar.c_str(), text.c_str());
    bar_visible_ = true;
  }
  std::fflush(stream_);
}

void Progress::clear_bar() {
  if (bar_visible_) std::fprintf(stream_, "\r\033[K");
  bar_visible_ = false;
}

}  // namespace kb
