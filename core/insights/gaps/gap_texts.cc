#include "core/insights/gaps/gap_texts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/insights/search_intents.h"

namespace kb::insights {
namespace {

constexpr std::size_t kMostShown = 20;
constexpr std::size_t kWordsOfALabel = 3;

struct SaidQuestion {
  std::uint32_t question = 0;
  std::set<std::uint64_t> askers;
  std::set<std::uint64_t> failed;
};

std::vector<SaidQuestion> said_in(const GapSayings& sayings) {
  std::map<std::uint32_t, SaidQuestion> by_question;
  for (const Asking* asking : sayings.askings) {
    if (asking->day < sayings.window.from || asking->day >= sayings.window.until) continue;
    SaidQuestion& said = by_question[asking->question];
    said.question = asking->question;
    said.askers.insert(asking->who);
    if (asking->failures != 0) said.failed.insert(asking->who);
  }
  std::vector<SaidQuestion> all;
  for (auto& [question, said] : by_question) all.push_back(std::move(said));
  std::ranges::sort(all, [&](const SaidQuestion& a, const SaidQuestion& b) {
    return std::make_tuple(b.askers.size(),
                           std::string_view(sayings.asked.questions[a.question].text)) <
           std::make_tuple(a.askers.size(),
                           std::string_view(sayings.asked.questions[b.question].text));
  });
  return all;
}

// Distinct customers in whose questions that word stands.
bool is_used_by(const std::string& word, std::size_t customers, const Asked& asked,
                const std::vector<SaidQuestion>& said) {
  const std::string form = query_form(word);
  std::set<std::uint64_t> users;
  for (const SaidQuestion& question : said) {
    if (asked.questions[question.question].text.find(form) == std::string::npos) continue;
    users.insert(question.askers.begin(), question.askers.end());
    if (users.size() >= customers) return true;
  }
  return false;
}

std::string first_words(const std::vector<std::string>& words) {
  std::string label;
  for (std::size_t i = 0; i < std::min(words.size(), kWordsOfALabel); ++i)
    label += (i == 0 ? "" : " · ") + words[i];
  return label;
}

}  // namespace

GapTexts texts_of(const GapSayings& sayings, int shown_from) {
  const auto least = static_cast<std::size_t>(std::max(1, shown_from));
  const Asked& asked = sayings.asked;
  const auto said = said_in(sayings);
  const std::string wanted = query_form(sayings.topic.label);
  GapTexts texts;
  for (const SaidQuestion& question : said) {
    texts.questions.push_back(question.question);
    if (question.askers.size() < least) {
      ++texts.hidden;
      continue;
    }
    const std::string& text = asked.questions[question.question].text;
    if (text == wanted) texts.label = text;
    if (texts.shown.size() < kMostShown)
      texts.shown.push_back({text, static_cast<std::int64_t>(question.askers.size()),
                             static_cast<std::int64_t>(question.failed.size())});
  }
  for (const std::string& word : sayings.topic.words)
    if (is_used_by(word, least, asked, said)) texts.words.push_back(word);
  if (texts.label.empty() && !texts.shown.empty()) texts.label = texts.shown.front().text;
  if (texts.label.empty()) texts.label = first_words(texts.words);
  return texts;
}

}  // namespace kb::insights
