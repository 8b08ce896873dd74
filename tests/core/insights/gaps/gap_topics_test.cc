#include "core/insights/gaps/gap_topics.h"

#include <gtest/gtest.h>

#include <sstream>

namespace kb::insights {
namespace {

using store::Gap;
using store::GapState;

// Clusters as "a b c | d e", customers of a question by its letter (A: 10, others 1).
class Sorted {
 public:
  Sorted(const std::string& clusters, std::vector<Gap> kept) : kept_(std::move(kept)) {
    std::vector<QuestionGroup> groups(1, {.lang = "en", .questions = {}, .words = {}, .label = {}});
    std::istringstream words(clusters);
    for (std::string word; words >> word;) {
      if (word == "|") {
        groups.push_back({.lang = "en", .questions = {}, .words = {}, .label = {}});
        continue;
      }
      groups.back().questions.push_back(texts_.question("en", word));
      customers_.push_back(word.starts_with("big") ? 10 : 1);
    }
    topics_ = topics_of(groups, texts_, kept_, customers_);
  }

  // "17: a b | 0: c"
  std::string told() const {
    std::string text;
    for (const GapTopic& topic : topics_) {
      text += (text.empty() ? "" : " | ") + std::to_string(topic.kept ? topic.kept->id : 0) + ":";
      for (const auto question : topic.questions) text += " " + texts_.questions()[question].text;
      if (topic.is_taken_over) text += " (taken over)";
    }
    return text;
  }

 private:
  AskedTexts texts_;
  std::vector<std::uint32_t> customers_;
  std::vector<Gap> kept_;
  std::vector<GapTopic> topics_;
};

Gap kept(std::int64_t id, const std::string& questions, GapState state = GapState::open) {
  Gap gap{.id = id, .lang = "en", .state = state};
  gap.version = state == GapState::open ? 1 : 2;
  std::istringstream words(questions);
  for (std::string word; words >> word;) {
    const bool is_pinned = word.starts_with('!');
    gap.questions.push_back({.question = word.substr(is_pinned ? 1 : 0), .pinned = is_pinned});
  }
  return gap;
}

struct TopicCase {
  const char* what;
  const char* clusters;
  std::vector<Gap> kept;
  const char* told;
};

TEST(GapTopics, AreTheGapsThatTheyWere) {
  const std::vector<TopicCase> cases = {
      {"all new", "a b | c", {}, "0: a b | 0: c"},
      {"one that grew", "a b c", {kept(17, "a b")}, "17: a b c"},
      {"by customers, not by questions",
       "big1 b c",
       {kept(17, "b c"), kept(18, "big1")},
       "17: (taken over) | 18: big1 b c"},
      {"fallen apart: the larger part is the gap",
       "a b | c",
       {kept(17, "a b c")},
       "17: a b | 0: c"},
      {"fallen apart while somebody works on it: what comes with either part stays",
       "a b x | c d",
       {kept(17, "a b c d", GapState::assigned)},
       "17: a b x c d"},
      {"a part of it is something else by now",
       "a b | c d e",
       {kept(17, "a b c")},
       "17: a b | 0: c d e"},
      {"fallen apart while somebody works on it: nothing changed",
       "a | b",
       {kept(17, "a b", GapState::in_progress)},
       "17: a b"},
      {"what somebody works on keeps its questions",
       "big1 b c",
       {kept(17, "b", GapState::in_progress), kept(18, "big1")},
       "17: b | 18: big1 c"},
      {"what was decided stays decided", "a b", {kept(17, "a", GapState::wont_fix)}, "17: a b"},
      {"pinned ones stay where a writer put them",
       "a b | c",
       {kept(17, "!c a"), kept(18, "b")},
       "17: a b c | 18: (taken over)"},
      {"split by a writer", "a b c", {kept(17, "a b"), kept(18, "!c")}, "17: a b | 18: c"},
      {"merged by a writer: what is like either goes there",
       "a a2 | b b2 b3",
       {kept(17, "!a !b !b2", GapState::assigned)},
       "17: a a2 b b2 b3"},
      {"nobody asks any more", "a", {kept(17, "x", GapState::published)}, "17: | 0: a"},
  };
  for (const auto& [what, clusters, gaps, told] : cases)
    EXPECT_EQ(Sorted(clusters, gaps).told(), told) << what;
}

TEST(GapTopics, AreOfOneLanguage) {
  Gap polish = kept(17, "a");
  polish.lang = "pl";
  EXPECT_EQ(Sorted("a", {polish}).told(), "17: | 0: a");
}

}  // namespace
}  // namespace kb::insights
