// Whatever is typed, a search of the sample help center answers: soon, without an error, and the
// same again.

#include <gtest/gtest.h>
#include <time.h>

#include <array>
#include <random>
#include <set>

#include "core/index/searcher.h"
#include "core/text/language.h"
#include "indexer/build.h"
#include "indexer/check/judgement_file.h"
#include "indexer/vocabulary_files.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr int kQueries = 10'000;
constexpr double kLongestAnswer = 0.1;  // seconds of this thread, whatever else the machine does
#else
constexpr int kQueries = 500;
constexpr double kLongestAnswer = 2;
#endif

constexpr Time kNow{std::chrono::seconds{1'780'272'000}};

struct Range {
  char32_t first, last;
};

// Scripts, signs, and what no keyboard has.
constexpr std::array kRanges = {
    Range{0x20, 0x7E},        Range{0x00, 0x1F},       Range{0xA0, 0x24F},
    Range{0x250, 0x2FF},      Range{0x300, 0x36F},     Range{0x370, 0x3FF},
    Range{0x400, 0x52F},      Range{0x530, 0x58F},     Range{0x590, 0x5FF},
    Range{0x600, 0x6FF},      Range{0x700, 0x74F},     Range{0x900, 0x97F},
    Range{0x980, 0xDFF},      Range{0xE00, 0xEFF},     Range{0xF00, 0xFFF},
    Range{0x1000, 0x109F},    Range{0x10A0, 0x10FF},   Range{0x1100, 0x11FF},
    Range{0x1200, 0x137F},    Range{0x13A0, 0x167F},   Range{0x1780, 0x18AF},
    Range{0x1E00, 0x1FFF},    Range{0x200B, 0x200F},   Range{0x2010, 0x205E},
    Range{0x202A, 0x202E},    Range{0x2060, 0x2069},   Range{0x20A0, 0x27BF},
    Range{0x3000, 0x30FF},    Range{0x3400, 0x9FFF},   Range{0xA000, 0xABFF},
    Range{0xAC00, 0xD7A3},    Range{0xE000, 0xF8FF},   Range{0xFB00, 0xFDFF},
    Range{0xFE00, 0xFE0F},    Range{0xFE20, 0xFEFF},   Range{0xFF00, 0xFFFF},
    Range{0x10000, 0x10FFF},  Range{0x11000, 0x13FFF}, Range{0x1D400, 0x1D7FF},
    Range{0x1F000, 0x1FAFF},  Range{0x20000, 0x2FFFF}, Range{0xE0000, 0xE01EF},
    Range{0x10FF00, 0x10FFFF}};

void append(std::string& text, char32_t letter) {
  const auto byte = [&](char32_t value) { text.push_back(static_cast<char>(value)); };
  if (letter < 0x80) return byte(letter);
  if (letter < 0x800) {
    byte(0xC0 | letter >> 6);
  } else {
    if (letter < 0x10000) {
      byte(0xE0 | letter >> 12);
    } else {
      byte(0xF0 | letter >> 18);
      byte(0x80 | (letter >> 12 & 0x3F));
    }
    byte(0x80 | (letter >> 6 & 0x3F));
  }
  byte(0x80 | (letter & 0x3F));
}

// The same texts in every run.
class Typist {
 public:
  explicit Typist(std::vector<std::string> real) : real_(std::move(real)) {}

  std::string type() {
    const auto kind = below(24);
    if (kind == 0) return letters(200 + below(3000));  // one very long word
    if (kind == 1) return words(60 + below(200));      // a pasted log
    if (kind == 2) return real() + " " + real();
    if (kind == 3) return mutated(real(), 30);
    if (kind < 7) return letters(1 + below(12));
    if (kind < 10) return words(1 + below(8));
    return mutated(real(), 1 + below(4));
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }
  const std::string& real() { return real_[below(real_.size())]; }

  std::string letters(std::size_t count) {
    const Range range = kRanges[below(kRanges.size())];
    std::string text;
    while (count-- > 0)
      append(text, letter_of(below(10) == 0 ? kRanges[below(kRanges.size())] : range));
    return text;
  }
  char32_t letter_of(const Range& range) {
    return range.first + static_cast<char32_t>(below(range.last - range.first + 1));
  }
  std::string words(std::size_t count) {
    std::string text;
    while (count-- > 0) text += (below(3) == 0 ? real() : letters(1 + below(9))) + " ";
    return text;
  }

  std::string mutated(std::string text, std::size_t times) {
    for (; times > 0 && !text.empty(); --times) {
      const auto at = below(text.size());
      switch (below(8)) {
        case 0:
          std::swap(text[at], text[below(text.size())]);
          break;
        case 1:
          text.erase(at, 1 + below(3));
          break;  // within a letter, too
        case 2:
          text.insert(at, letters(1));
          break;
        case 3:
          text.insert(at, 1, " \"-\"\n\t"[below(6)]);
          break;
        case 4:
          text[at] = static_cast<char>(below(256));
          break;
        case 5:
          text.insert(at, text.substr(at, 1 + below(9)));
          break;
        case 6:
          text.insert(at, "\u200b");
          break;
        default:
          text.insert(at, "\u202e");
          break;
      }
    }
    return text;
  }

  std::mt19937 random_{20260601};
  std::vector<std::string> real_;
};

class RobustSearch : public testing::Test {
 protected:
  RobustSearch() {
    auto loaded =
        load_config(fs::path(KB_ROOT) / "kb.yaml", [](const std::string&) { return std::nullopt; });
    EXPECT_TRUE(loaded) << to_line(loaded.error());
    if (loaded) config_ = std::move(*loaded);
    EXPECT_TRUE(text::canonicalise_languages(config_.site));
    config_.index.path = folder_.path() / "index";
  }

  std::shared_ptr<const index::Generation> built() {
    Progress silent(stderr, Progress::Style::silent);
    const ManualClock clock(kNow);
    const auto report = build(config_, {.clock = clock}, silent);
    EXPECT_TRUE(report) << to_line(report.error());
    const auto live = index::Generation::open_current(config_.index.path);
    EXPECT_TRUE(live) << to_line(live.error());
    return *live;
  }

  std::vector<std::string> real_queries(const std::vector<std::string>& languages) const {
    std::vector<std::string> queries;
    for (const auto& lang : languages)
      for (auto& judged :
           read_judgement_file(config_.search.path / lang / kJudgementsFile).judgements)
        queries.push_back(std::move(judged.query));
    return queries;
  }

  TemporaryFolder folder_;
  Config config_;
};

double seconds_of_this_thread() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// In seconds. A slow query is slow each time; a dictionary's first use and a busy machine are not.
double shortest_answer(index::Searcher& searcher, const index::SearchRequest& request) {
  double shortest = kLongestAnswer;
  for (int trial = 0; trial < 4 && shortest >= kLongestAnswer; ++trial) {
    const double start = seconds_of_this_thread();
    EXPECT_TRUE(searcher.search(request));
    const double taken = seconds_of_this_thread() - start;
    shortest = trial == 0 ? taken : std::min(shortest, taken);
  }
  return shortest;
}

std::string shown(const index::SearchResults& results) {
  std::string text = std::to_string(results.total) + "; " + results.corrected.value_or("-") + "; " +
                     results.did_you_mean.value_or("-") + "\n";
  for (const auto& hit : results.hits)
    text +=
        hit.lang + "/" + hit.id + " " + std::to_string(hit.score) + " " + hit.snippet_html + "\n";
  return text;
}

TEST_F(RobustSearch, AnswersWhateverIsTyped) {
  const auto live = built();
  const auto& languages = live->languages();
  Typist typist(real_queries(languages));
  text::Stemmers stemmers;
  index::Searcher searcher(live, stemmers);
  index::Searcher another(live, stemmers);
  for (const auto& lang : languages)  // dictionaries are loaded at their first use
    for (auto* each : {&searcher, &another})
      ASSERT_TRUE(each->search({.text = "wi-fi", .lang = lang, .fallbacks = {}, .now = kNow}));
  double longest = 0;
  for (int i = 0; i < kQueries; ++i) {
    const auto number = static_cast<std::size_t>(i);
    index::SearchRequest request{.text = typist.type(),
                                 .lang = i % 11 == 0 ? "" : languages[number % languages.size()],
                                 .fallbacks = {},
                                 .now = kNow};
    request.fallbacks = config_.fallbacks_of(request.lang);
    request.audience = i % 5 == 0 ? Audience::agents : Audience::everyone;
    request.offset = i % 7 == 0 ? 10 : 0;
    request.explain = i % 13 == 0;

    const auto found = searcher.search(request);
    ASSERT_TRUE(found) << i << ": " << request.text << ": " << to_line(found.error());
    const double taken = shortest_answer(searcher, request);
    EXPECT_LT(taken, kLongestAnswer) << i << " in '" << request.lang << "': " << request.text;
    longest = std::max(longest, taken);

    std::set<std::string> ids;
    for (const auto& hit : found->hits)
      EXPECT_TRUE(ids.insert(hit.id).second) << hit.id << " twice";
    EXPECT_LE(found->hits.size(), request.limit);
    EXPECT_LE(found->hits.size(), found->total);
    if (i % 4 != 0) continue;
    const auto again = (i % 8 == 0 ? searcher : another).search(request);
    ASSERT_TRUE(again);
    EXPECT_EQ(shown(*found), shown(*again)) << i << ": " << request.text;
  }
  RecordProperty("longest_ms", static_cast<int>(longest * 1000));
}

}  // namespace
}  // namespace kb
