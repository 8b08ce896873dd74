#include "core/insights/gaps/question_groups.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

namespace kb::insights {
namespace {

constexpr int kThreads = 2;

}  // namespace

std::vector<std::uint32_t> customers_by_question(const Asked& asked) {
  std::vector<std::pair<std::uint32_t, std::uint64_t>> askers;
  askers.reserve(asked.askings.size());
  for (const Asking& asking : asked.askings) askers.emplace_back(asking.question, asking.who);
  std::ranges::sort(askers);
  askers.erase(std::unique(askers.begin(), askers.end()), askers.end());
  std::vector<std::uint32_t> customers(asked.questions.size());
  for (const auto& [question, who] : askers) ++customers[question];
  return customers;
}

void QuestionGroups::update(const Asked& asked, int generation) {
  if (generation != generation_) {
    languages_.clear();
    known_ = 0;
    generation_ = generation;
  }
  sort_by_language(asked);
  customers_ = customers_by_question(asked);
  std::vector<Language*> changed;
  for (auto& [lang, language] : languages_)
    if (!language.fresh.empty()) changed.push_back(&language);
  // The largest first: the other thread does the small ones meanwhile.
  std::ranges::stable_sort(changed, std::ranges::greater(), [](const Language* language) {
    return language->questions.size() + language->fresh.size();
  });
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < changed.size(); i = next++) add_fresh(*changed[i], asked);
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min<std::size_t>(kThreads, changed.size()); ++i)
    others.emplace_back(work);
  work();
  others.clear();
  if (changed.empty()) return;

  all_.clear();
  for (auto& [lang, language] : languages_)
    for (const QuestionCluster& cluster : language.grouping->groups()) {
      QuestionGroup group{lang, {}, cluster.words, cluster.label};
      for (const std::uint32_t member : cluster.members)
        group.questions.push_back(language.questions.at(member));
      all_.push_back(std::move(group));
    }
}

void QuestionGroups::sort_by_language(const Asked& asked) {
  for (; known_ < asked.questions.size(); ++known_) {
    const std::string& lang = asked.questions[known_].lang;
    Language& language = languages_[lang];
    if (!language.grouping) language.grouping = make_(lang);
    language.fresh.push_back(static_cast<std::uint32_t>(known_));
  }
}

void QuestionGroups::add_fresh(Language& language, const Asked& asked) const {
  // By text, so that it does not matter which day was read first.
  std::ranges::sort(language.fresh, {}, [&](std::uint32_t question) -> const std::string& {
    return asked.questions[question].text;
  });
  std::vector<AskedQuestion> questions;
  for (const std::uint32_t question : language.fresh)
    questions.push_back({.text = asked.questions[question].text,
                         .customers = std::max<double>(1, customers_[question])});
  language.grouping->add(questions);
  language.questions.insert(language.questions.end(), language.fresh.begin(), language.fresh.end());
  language.fresh.clear();
  language.grouping->groups();  // here, beside the other languages
}

}  // namespace kb::insights
