#include "core/insights/gaps/asked_words.h"

#include <algorithm>

namespace kb::insights {

void AskedWords::read(const std::vector<Question>& questions) {
  for (std::size_t i = ends_.size(); i < questions.size(); ++i) {
    for (auto& word : query_words(questions[i].text)) {
      const auto next = static_cast<std::uint32_t>(numbers_.size());
      words_.push_back(numbers_.try_emplace(std::move(word), next).first->second);
    }
    ends_.push_back(words_.size());
  }
}

std::optional<AskedWords::Phrase> AskedWords::phrase(const QueryWords& words) const {
  Phrase phrase;
  for (const auto& word : words) {
    const auto known = numbers_.find(word);
    if (known == numbers_.end()) return std::nullopt;
    phrase.push_back(known->second);
  }
  return phrase;
}

bool AskedWords::has(std::uint32_t question, const Phrase& phrase) const {
  const auto words = of(question);
  return phrase.empty() ||
         std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}

}  // namespace kb::insights
