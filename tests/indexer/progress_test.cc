#include "indexer/progress.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace kb {
namespace {

// What a Progress writes.
class Written {
 public:
  ~Written() { std::fclose(stream_); }
  std::FILE* stream() const { return stream_; }
  std::string text() const {
    std::fflush(stream_);
    std::rewind(stream_);
    std::string text(4096, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), stream_));
    return text;
  }

 private:
  std::FILE* stream_ = std::tmpfile();
};

TEST(ProgressText, TellsHowLongItWillTake) {
  EXPECT_EQ(progress_text(12, 38'405, 0), "12 of 38405 (0 %)");
  EXPECT_EQ(progress_text(5'000, 10'000, 2), "5000 of 10000 (50 %), 2500/s, 2 s left");
  EXPECT_EQ(progress_text(10, 10, 1), "10 of 10 (100 %), 10/s, 0 s left");
  EXPECT_EQ(progress_text(11, 10, 1), "11 of 10 (110 %), 11/s, 0 s left");  // never negative
  EXPECT_EQ(progress_text(0, 0, 1), "0 of 0 (100 %)");
}

TEST(Progress, WritesLinesWhereThereIsNoTerminal) {
  const Written out;
  EXPECT_EQ(Progress::style_for(out.stream()), Progress::Style::lines);
  Progress progress(out.stream(), Progress::Style::lines);
  progress.start("Indexing", 10);
  progress.advance(10);  // at once: nothing worth a line
  progress.note("waiting");
  progress.finish();
  EXPECT_EQ(out.text(), "waiting\n");
}

TEST(Progress, MayBeSilent) {
  const Written out;
  Progress progress(out.stream(), Progress::Style::silent);
  progress.start("Indexing", 10);
  progress.advance(10);
  progress.note("waiting");
  progress.finish();
  EXPECT_EQ(out.text(), "");
}

TEST(Progress, IsAdvancedByAnyThread) {
  const Written out;
  Progress progress(out.stream(), Progress::Style::bar);
  progress.start("Indexing", 4000);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 1000; ++n) progress.advance(1);
    });
  for (auto& thread : threads) thread.join();
  progress.finish();
  EXPECT_EQ(out.text().find('\n'), std::string::npos);
}

}  // namespace
}  // namespace kb
