#include "core/insights/gaps/gap_links.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "core/insights/gaps/query_words.h"
#include "core/text/normal_form.h"

namespace kb::insights {
namespace {

// An article that fits so much of what is asked is what it is about.
constexpr double kIsAbout = 0.5;
constexpr std::size_t kLeastOfName = 4;  // letters; of a word without a digit
constexpr std::size_t kLeastOfCode = 3;  // of one with: "5g" and "20" say too little
constexpr std::size_t kFewGaps = 2;      // of one language: what more of them have names none

using LinkedGaps = std::vector<FoundGap>;
using LinkedNumbers = std::set<std::size_t>;
using GapsByLanguage = std::map<std::string_view, LinkedNumbers>;

bool is_name(const std::string& word) {
  return word.size() >= (has_digit(word) ? kLeastOfCode : kLeastOfName);
}

// Words that hold the gap together, and all codes in its questions.
std::set<std::string> names_of(const FoundGap& gap) {
  std::set<std::string> names;
  const auto add = [&](std::string_view text, bool only_codes) {
    if (only_codes && !has_digit(text::caseless(text))) return;
    for (auto& word : query_words(text))
      if (is_name(word) && (!only_codes || has_digit(word))) names.insert(std::move(word));
  };
  for (const auto& word : gap.words) add(word, false);
  for (const auto& question : gap.members) add(question, true);
  for (const auto& question : gap.questions) add(question.text, true);
  return names;
}

class Linker {
 public:
  explicit Linker(LinkedGaps& gaps) : gaps_(gaps), links_(gaps.size()) {}

  void run() {
    std::map<std::string_view, GapsByLanguage> by_subject;
    std::map<std::string, GapsByLanguage> by_name;
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      if (gaps_[i].id == 0) continue;
      if (const auto subject = subject_of(gaps_[i]); !subject.empty())
        by_subject[subject][gaps_[i].lang].insert(i);
      for (const auto& name : names_of(gaps_[i])) by_name[name][gaps_[i].lang].insert(i);
    }
    for (const auto& [subject, languages] : by_subject) link_all(languages);
    for (auto& [name, languages] : by_name) {
      std::erase_if(languages, [](const auto& each) { return each.second.size() > kFewGaps; });
      link_all(languages);
    }
    write();
  }

 private:
  void link_all(const GapsByLanguage& languages) {
    for (auto one = languages.begin(); one != languages.end(); ++one)
      for (auto other = std::next(one); other != languages.end(); ++other)
        for (const auto a : one->second)
          for (const auto b : other->second) link(a, b);
  }

  // Two articles are two subjects, whatever names they share.
  void link(std::size_t a, std::size_t b) {
    const auto of_a = subject_of(gaps_[a]);
    const auto of_b = subject_of(gaps_[b]);
    if (!of_a.empty() && !of_b.empty() && of_a != of_b) return;
    links_[a].insert(gaps_[b].id);
    links_[b].insert(gaps_[a].id);
  }

  void write() {
    for (std::size_t i = 0; i < gaps_.size(); ++i)
      gaps_[i].elsewhere.assign(links_[i].begin(), links_[i].end());
  }

  LinkedGaps& gaps_;
  std::vector<std::set<std::int64_t>> links_;
};

}  // namespace

void link_languages(std::vector<FoundGap>& gaps) {
  Linker(gaps).run();
}

std::string_view subject_of(const FoundGap& gap) {
  if (gap.articles.empty() || gap.articles.front().share < kIsAbout) return {};
  return gap.articles.front().id;
}

}  // namespace kb::insights
