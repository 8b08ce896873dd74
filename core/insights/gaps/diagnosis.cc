#include "core/insights/gaps/diagnosis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

#include "core/insights/gaps/near_articles.h"
#include "core/insights/gaps/query_words.h"

namespace kb::insights {
namespace {

using People = std::set<std::uint64_t>;

// Of the customers whom a cluster failed, so many decide what is the matter.
constexpr double kGoodShare = 0.3;
// An article that fits so much of what is asked is there.
constexpr double kIsThere = 0.5;
constexpr std::int64_t kLeastFollowers = 2;  // one customer's path proves nothing
constexpr std::size_t kMostReasons = 8;

constexpr std::array<std::string_view, 6> kVoteReasons = {
    "outdated", "unclear", "not_my_case", "wrong_language", "wrong", "missing"};

std::int64_t people_count(const People& people) {
  return static_cast<std::int64_t>(people.size());
}

// "pl", "billing/refund" of "pl/billing/refund".
std::pair<std::string_view, std::string_view> language_and_id(std::string_view object) {
  const auto slash = object.find('/');
  if (slash == object.npos) return {object, {}};
  return {object.substr(0, slash), object.substr(slash + 1)};
}

class Examination {
 public:
  Examination(const ClusterFacts& facts, ArticleFinder& finder) : facts_(facts), finder_(finder) {
    for (const auto* asking : facts.askings) {
      askers_[asking->question].insert(asking->who);
      if (asking->failures != 0) failed_.insert(asking->who);
    }
  }

  Result<Diagnosed> run() {
    auto near = near_articles(sample(), facts_.lang, finder_);
    if (!near) return fail(near.error());
    near_ = std::move(*near);
    found_.articles = near_.articles;
    found_.category = near_.category;
    if (!is_stale() && !is_unhelpful() && !is_vocabulary() && !is_in_other_language()) is_missing();
    add_failures();
    if (found_.reasons.size() > kMostReasons) found_.reasons.resize(kMostReasons);
    return std::move(found_);
  }

 private:
  std::vector<SampledQuestion> sample() const {
    std::vector<SampledQuestion> sample;
    for (const auto question : facts_.questions) {
      if (sample.size() == kSampledQuestions) break;
      const auto askers = askers_.find(question);
      const auto weight =
          askers == askers_.end() ? 1.0 : static_cast<double>(askers->second.size());
      sample.push_back({facts_.asked.questions[question].text, weight});
    }
    return sample;
  }

  bool is_good_share(const People& people) const {
    return !people.empty() &&
           static_cast<double>(people.size()) >= kGoodShare * static_cast<double>(failed_.size());
  }

  void conclude(Diagnosis diagnosis, GapReason reason) {
    found_.diagnosis = diagnosis;
    found_.reasons.push_back(std::move(reason));
  }

  std::string title_of(std::string_view object) {
    const auto article = finder_.article(object);
    return article ? article->title : std::string(object);
  }

  // The article that fits most of what is asked; null: none does.
  const GapArticle* fitting() const {
    const bool fits = !near_.articles.empty() && near_.articles.front().share >= kIsThere;
    return fits ? &near_.articles.front() : nullptr;
  }

  // By article, who opened it and was not helped, or `in_other_words` only, after these had failed.
  std::map<std::uint32_t, People> opened_in_vain(bool in_other_words) const {
    std::map<std::uint32_t, People> opened;
    for (const auto* asking : facts_.askings) {
      if (asking->article == kNothing || asking->failures == 0) continue;
      if ((asking->followed != kNothing) != in_other_words) continue;
      if (language_and_id(facts_.asked.articles[asking->article]).first != facts_.lang) continue;
      if (is_link_of_team(*asking)) continue;
      opened[asking->article].insert(asking->who);
    }
    return opened;
  }

  // The team answered a ticket with it: nobody found it before.
  static bool is_link_of_team(const Asking& asking) {
    constexpr std::array kSeenBefore = {Failure::contact, Failure::rejected, Failure::voted_down,
                                        Failure::flagged};
    return asking.ticket != kNothing && std::ranges::none_of(kSeenBefore, [&](Failure failure) {
             return failed(asking, failure);
           });
  }

  using Opened = std::pair<const std::uint32_t, People>;
  static const Opened* most(const std::map<std::uint32_t, People>& by_article) {
    const auto found = std::ranges::max_element(
        by_article, {}, [](const auto& article) { return article.second.size(); });
    return found == by_article.end() ? nullptr : &*found;
  }

  // The article is there, and its original has moved on since.
  bool is_stale() {
    const auto opened = opened_in_vain(false);
    if (const auto* article = most(opened); article && is_good_share(article->second)) {
      const auto& object = facts_.asked.articles[article->first];
      const auto text = finder_.article(object);
      if (text && text->is_stale) {
        conclude(Diagnosis::stale_translation,
                 {"stale", people_count(article->second), text->title});
        add_votes(article->first);
        return true;
      }
    }
    const auto* article = fitting();
    if (!article || !article->is_stale) return false;
    conclude(Diagnosis::stale_translation, {"stale", people_count(failed_), article->title});
    return true;
  }

  // It was found and read, and did not help.
  bool is_unhelpful() {
    const auto opened = opened_in_vain(false);
    const auto* article = most(opened);
    if (!article || !is_good_share(article->second)) return false;
    conclude(Diagnosis::unhelpful, {"opened", people_count(article->second),
                                    title_of(facts_.asked.articles[article->first])});
    add_votes(article->first);
    return true;
  }

  void add_votes(std::uint32_t article) {
    std::map<std::string_view, std::int64_t> by_reason;
    for (const auto& note : facts_.asked.notes)
      if (note.article == article && is_ours(note)) ++by_reason[note.reason];
    for (const auto reason : kVoteReasons)
      if (const auto votes = by_reason.find(reason); votes != by_reason.end())
        found_.reasons.push_back({"vote_" + std::string(reason), votes->second});
  }

  bool is_ours(const AskedNote& note) const {
    return note.question == kNothing || askers_.contains(note.question);
  }

  // The article is there, in other words.
  bool is_vocabulary() {
    const bool by_synonym = add_synonym();
    const bool by_words = !by_synonym && add_other_words();
    const bool by_team = add_links_of_team();
    if (by_synonym || by_words || by_team) {
      found_.diagnosis = Diagnosis::vocabulary;
      return true;
    }
    const auto* article = fitting();
    if (!article) return false;
    conclude(Diagnosis::vocabulary, {"not_opened", people_count(failed_), article->title});
    return true;
  }

  // The proposal whose words most customers of this cluster used.
  bool add_synonym() {
    std::map<std::size_t, People> failed_with;  // by proposal
    const auto by_first_word = synonyms_by_first_word();
    if (by_first_word.empty()) return false;
    for (const auto& [question, askers] : askers_)
      for (const std::uint32_t word : facts_.words.of(question))
        if (const auto sought = by_first_word.find(word); sought != by_first_word.end())
          for (const auto& [number, phrase] : sought->second)
            if (facts_.words.has(question, phrase))
              std::ranges::set_intersection(
                  askers, failed_, std::inserter(failed_with[number], failed_with[number].end()));
    const auto most = std::ranges::max_element(failed_with, {},
                                               [](const auto& each) { return each.second.size(); });
    if (most == failed_with.end() || !is_good_share(most->second)) return false;
    found_.synonym = facts_.synonyms[most->first];
    found_.reasons.push_back({"synonym", found_.synonym->customers, found_.synonym->found});
    return true;
  }

  using SoughtPhrases = std::vector<std::pair<std::size_t, AskedWords::Phrase>>;

  std::unordered_map<std::uint32_t, SoughtPhrases> synonyms_by_first_word() const {
    std::unordered_map<std::uint32_t, SoughtPhrases> by_first_word;
    for (std::size_t i = 0; i < facts_.synonyms.size(); ++i) {
      if (facts_.synonyms[i].lang != facts_.lang) continue;
      auto phrase = facts_.words.phrase(query_words(facts_.synonyms[i].asked));
      if (phrase && !phrase->empty())
        by_first_word[phrase->front()].emplace_back(i, std::move(*phrase));
    }
    return by_first_word;
  }

  // Each found it in words of their own: no proposal, and yet it is there.
  bool add_other_words() {
    const auto opened = opened_in_vain(true);
    const auto* article = most(opened);
    if (!article || people_count(article->second) < kLeastFollowers ||
        !is_good_share(article->second))
      return false;
    found_.reasons.push_back({"other_words", people_count(article->second),
                              title_of(facts_.asked.articles[article->first])});
    return true;
  }

  // The team answered with an article that these words do not find.
  bool add_links_of_team() {
    std::map<std::uint32_t, People> linked;
    for (const auto* asking : facts_.askings)
      if (asking->article != kNothing && is_link_of_team(*asking) &&
          is_hidden(facts_.asked.articles[asking->article]))
        linked[asking->article].insert(asking->who);
    const auto* article = most(linked);
    if (!article || !is_good_share(article->second)) return false;
    found_.reasons.push_back(
        {"linked", people_count(article->second), title_of(facts_.asked.articles[article->first])});
    return true;
  }

  bool is_hidden(std::string_view object) {
    const auto [lang, id] = language_and_id(object);
    if (lang != facts_.lang || !finder_.article(object)) return false;
    return std::ranges::none_of(near_.articles, [&, id = id](const GapArticle& article) {
      return article.id == id && article.share >= kIsThere;
    });
  }

  // Only in another language there is something.
  bool is_in_other_language() {
    People fell_back;
    std::map<std::uint32_t, People> read;
    for (const auto* asking : facts_.askings) {
      if (failed(*asking, Failure::fallback)) fell_back.insert(asking->who);
      if (asking->article != kNothing && is_untranslated(facts_.asked.articles[asking->article])) {
        fell_back.insert(asking->who);
        read[asking->article].insert(asking->who);
      }
    }
    if (!is_good_share(fell_back)) return false;
    const auto* article = most(read);
    if (!article) {
      conclude(Diagnosis::missing_in_language, {"fallback", people_count(fell_back)});
      return true;
    }
    const auto& object = facts_.asked.articles[article->first];
    conclude(Diagnosis::missing_in_language,
             {"read_elsewhere", people_count(article->second), title_of(object)});
    add_other_version(object, article->second);
    return true;
  }

  bool is_untranslated(std::string_view object) {
    const auto [lang, id] = language_and_id(object);
    if (lang == facts_.lang) return false;
    const auto languages = finder_.languages_of(id);
    return !languages.empty() && std::ranges::find(languages, facts_.lang) == languages.end();
  }

  void add_other_version(const std::string& object, const People& readers) {
    const auto text = finder_.article(object);
    if (!text) return;
    const auto [lang, id] = language_and_id(object);
    const auto share = static_cast<double>(readers.size()) / static_cast<double>(failed_.size());
    found_.articles.insert(
        found_.articles.begin(),
        {std::string(lang), std::string(id), text->title, std::min(1.0, share), text->is_stale});
    if (found_.articles.size() > kShownArticles) found_.articles.pop_back();
    found_.category = text->category;
  }

  void is_missing() {
    if (near_.articles.empty()) return conclude(Diagnosis::missing, {"no_article"});
    const auto percent = static_cast<std::int64_t>(std::lround(near_.coverage * 100));
    conclude(Diagnosis::missing, {"nearest", percent, near_.articles.front().title});
  }

  // How they failed, most first: what kind of gap it is was said before.
  void add_failures() {
    std::vector<GapReason> reasons;
    for (int i = 0; i < kFailures; ++i) {
      const auto failure = static_cast<Failure>(i);
      People people;
      for (const auto* asking : facts_.askings)
        if (failed(*asking, failure)) people.insert(asking->who);
      const std::string key(failure_name(failure));
      const auto said = std::ranges::find(found_.reasons, key, &GapReason::key);
      if (!people.empty() && said == found_.reasons.end())
        reasons.push_back({key, people_count(people)});
    }
    std::ranges::stable_sort(reasons, std::ranges::greater(), &GapReason::count);
    found_.reasons.insert(found_.reasons.end(), reasons.begin(), reasons.end());
  }

  const ClusterFacts& facts_;
  ArticleFinder& finder_;
  std::map<std::uint32_t, People> askers_;  // by question
  People failed_;
  NearArticles near_;
  Diagnosed found_;
};

}  // namespace

Result<Diagnosed> diagnose(const ClusterFacts& facts, ArticleFinder& finder) {
  return Examination(facts, finder).run();
}

}  // namespace kb::insights
