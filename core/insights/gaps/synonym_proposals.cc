#include "core/insights/gaps/synonym_proposals.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/insights/gaps/query_words.h"

namespace kb::insights {
namespace {

constexpr std::size_t kMostProposals = 200;
constexpr std::size_t kMostExamples = 5;
constexpr std::size_t kLongestSynonym = 5;  // words: what is longer is a sentence
constexpr std::int64_t kLeastCustomers = 2;

// So many of those who asked the one went on to the other: "how to …" and "how do …" come one after
// the other by chance, too, but seldom for as many as ask them.
constexpr double kLeastShare = 0.1;

using Customers = std::set<std::uint64_t>;
using QuestionPair = std::pair<std::uint32_t, std::uint32_t>;  // of questions: asked, found

struct QuestionPairHash {
  std::size_t operator()(QuestionPair pair) const {
    return std::hash<std::uint64_t>()(std::uint64_t{pair.first} << 32 | pair.second);
  }
};

struct WordPair {
  QueryWords asked, found;
};

struct ProposalEvidence {
  WordPair words;
  AskedWords::Phrase asked;
  Customers people;
  std::vector<std::uint64_t> askers;  // as often as they asked, until they are counted
  std::int64_t asked_by = 0;
  std::map<std::uint32_t, Customers> articles;
  std::set<QuestionPair> questions;
};

std::int64_t customers_in(const Customers& people) {
  return static_cast<std::int64_t>(people.size());
}

// The first of `all` stands for nothing: what has no place there yet gets one.
template <class Each>
Each& at_place(std::vector<Each>& all, std::uint32_t& place) {
  if (place == 0) {
    place = static_cast<std::uint32_t>(all.size());
    all.emplace_back();
  }
  return all[place];
}

std::int64_t distinct(std::vector<std::uint64_t> people) {
  std::ranges::sort(people);
  return std::unique(people.begin(), people.end()) - people.begin();
}

std::string phrase_text(const QueryWords& words, std::string_view between = " ") {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

// The words that `others` has in no form, as they stand side by side; nothing: they do not.
std::optional<QueryWords> own_words(const QueryWords& words, const QueryWords& others) {
  const auto is_shared = [&](const std::string& word) {
    return std::ranges::any_of(others, [&](const auto& other) { return alike(word, other); });
  };
  const auto begin = std::ranges::find_if_not(words, is_shared);
  const auto end = std::find_if(begin, words.end(), is_shared);
  if (std::find_if_not(end, words.end(), is_shared) != words.end()) return std::nullopt;
  return QueryWords(begin, end);
}

// What was said otherwise; nothing: the question was spelt otherwise ("pass word", "password"),
// became narrower or wider, or is about another number.
std::optional<WordPair> said_otherwise(const QueryWords& asked, const QueryWords& found) {
  const auto of_asked = own_words(asked, found);
  const auto of_found = own_words(found, asked);
  const auto is_empty = [](const auto& words) { return words && words->empty(); };
  if (is_empty(of_asked) || is_empty(of_found)) return std::nullopt;
  const WordPair pair =
      of_asked && of_found ? WordPair{*of_asked, *of_found} : WordPair{asked, found};
  if (pair.asked.size() > kLongestSynonym || pair.found.size() > kLongestSynonym)
    return std::nullopt;
  const auto with_digit = [](const QueryWords& words) {
    return std::ranges::any_of(words, has_digit);
  };
  if (with_digit(pair.asked) && with_digit(pair.found)) return std::nullopt;
  if (alike(phrase_text(pair.asked, ""), phrase_text(pair.found, ""))) return std::nullopt;
  return pair;
}

class SynonymSearch {
 public:
  SynonymSearch(const Asked& asked, const AskedWords& words, int shown_from)
      : asked_(asked), words_(words), least_(std::max<std::int64_t>(kLeastCustomers, shown_from)) {}

  std::vector<SynonymProposal> run() {
    collect();
    std::erase_if(found_,
                  [&](const auto& each) { return customers_in(each.second.people) < least_; });
    count_askers();
    std::vector<SynonymProposal> proposals;
    for (const auto& [key, evidence] : found_)
      if (static_cast<double>(evidence.people.size()) >=
          kLeastShare * static_cast<double>(evidence.asked_by))
        proposals.push_back(proposal(std::get<0>(key), evidence));
    std::ranges::sort(proposals, is_more_telling);
    if (proposals.size() > kMostProposals) proposals.resize(kMostProposals);
    return proposals;
  }

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  // language, asked, found
  using FoundPair = std::pair<const Key, ProposalEvidence>;
  struct Sought {  // in one question
    std::vector<ProposalEvidence*> phrases = {};
    Customers* example = nullptr;
  };

  static bool is_more_telling(const SynonymProposal& a, const SynonymProposal& b) {
    if (a.customers != b.customers) return a.customers > b.customers;
    if (a.asked_by != b.asked_by) return a.asked_by < b.asked_by;  // a larger share of them
    return std::tie(a.lang, a.asked, a.found) < std::tie(b.lang, b.asked, b.found);
  }

  // Those who went from one question to another and opened something there.
  void collect() {
    std::unordered_map<QuestionPair, ProposalEvidence*, QuestionPairHash> known;
    for (const auto& asking : asked_.askings) {
      if (asking.followed == kNothing || asking.failures == 0 || asking.article == kNothing)
        continue;
      const QuestionPair questions{asking.question, asking.followed};
      const auto [evidence, is_new] = known.try_emplace(questions, nullptr);
      if (is_new) evidence->second = evidence_of(questions);
      if (evidence->second == nullptr) continue;
      evidence->second->people.insert(asking.who);
      evidence->second->articles[asking.article].insert(asking.who);
    }
  }

  // Null: the second question does not say the first in other words.
  ProposalEvidence* evidence_of(QuestionPair questions) {
    const auto& asked = asked_.questions[questions.first];
    const auto& found = asked_.questions[questions.second];
    if (asked.lang != found.lang) return nullptr;
    const auto words = said_otherwise(query_words(asked.text), query_words(found.text));
    if (!words) return nullptr;
    auto& evidence = found_[{asked.lang, phrase_text(words->asked), phrase_text(words->found)}];
    evidence.words = *words;
    evidence.questions.insert(questions);
    return &evidence;
  }

  // Who asked with these words at all, however it ended; and how many asked each example.
  void count_askers() {
    std::vector<std::vector<FoundPair*>> beginning_with(1);
    std::vector<std::uint32_t> begins(words_.size());  // in beginning_with; 0: none does
    std::vector<Sought> sought(1);
    std::vector<std::uint32_t> place(asked_.questions.size());  // in sought; 0: nothing is
    const auto sought_in = [&](std::uint32_t question) -> Sought& {
      return at_place(sought, place[question]);
    };
    for (auto& pair : found_) {
      ProposalEvidence& evidence = pair.second;
      evidence.asked = words_.phrase(evidence.words.asked).value();
      at_place(beginning_with, begins[evidence.asked.front()]).push_back(&pair);
      for (const auto& [asked, found] : evidence.questions)
        for (const std::uint32_t example : {asked, found})
          sought_in(example).example = &askers_[example];
    }
    if (found_.empty()) return;
    for (std::uint32_t i = 0; i < place.size(); ++i)
      for (const std::uint32_t word : words_.of(i))
        for (FoundPair* pair : beginning_with[begins[word]])
          if (is_asked_with(i, *pair)) sought_in(i).phrases.push_back(&pair->second);
    for (const auto& asking : asked_.askings) {
      const Sought& in = sought[place[asking.question]];
      for (auto* evidence : in.phrases) evidence->askers.push_back(asking.who);
      if (in.example) in.example->insert(asking.who);
    }
    for (auto& [key, evidence] : found_) evidence.asked_by = distinct(std::move(evidence.askers));
  }

  bool is_asked_with(std::uint32_t question, const FoundPair& pair) const {
    return asked_.questions[question].lang == std::get<0>(pair.first) &&
           words_.has(question, pair.second.asked);
  }

  SynonymProposal proposal(const std::string& lang, const ProposalEvidence& evidence) const {
    const auto opened = std::ranges::max_element(
        evidence.articles, {}, [](const auto& article) { return article.second.size(); });
    return {.lang = lang,
            .asked = phrase_text(evidence.words.asked),
            .found = phrase_text(evidence.words.found),
            .article = asked_.articles[opened->first],
            .customers = customers_in(evidence.people),
            .asked_by = evidence.asked_by,
            .examples = examples(evidence)};
  }

  std::vector<std::string> examples(const ProposalEvidence& evidence) const {
    std::vector<std::string> shown;
    for (const auto& [asked, found] : evidence.questions) {
      const bool is_shown =
          customers_in(askers_.at(asked)) >= least_ && customers_in(askers_.at(found)) >= least_;
      if (is_shown && shown.size() < kMostExamples)
        shown.push_back(asked_.questions[asked].text + " → " + asked_.questions[found].text);
    }
    return shown;
  }

  const Asked& asked_;
  const AskedWords& words_;
  const std::int64_t least_;
  std::map<Key, ProposalEvidence> found_;
  std::map<std::uint32_t, Customers> askers_;  // of the questions that may be examples
};

}  // namespace

std::vector<SynonymProposal> synonym_proposals(const Asked& asked, const AskedWords& words,
                                               int shown_from) {
  return SynonymSearch(asked, words, shown_from).run();
}

}  // namespace kb::insights
