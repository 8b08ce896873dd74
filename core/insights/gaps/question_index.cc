#include "core/insights/gaps/question_index.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

namespace kb::insights {
namespace {

// Of a question's words, from the most telling on: how many places are looked at. What the rarer
// words bring up is then compared by all words.
constexpr std::size_t kPlacesRead = 8'000;
constexpr std::size_t kCompared = 40;
constexpr float kLeastSimilarity = 0.2F;

bool is_nearer(const Near& left, const Near& right) {
  if (left.similarity != right.similarity) return left.similarity > right.similarity;
  return left.place < right.place;
}

void keep_nearest(std::vector<Near>& near, std::size_t count) {
  const auto end = near.begin() + static_cast<std::ptrdiff_t>(std::min(count, near.size()));
  std::partial_sort(near.begin(), end, near.end(), is_nearer);
  near.erase(end, near.end());
}

}  // namespace

std::uint32_t QuestionIndex::take_in() {
  const auto first = static_cast<std::uint32_t>(size());
  for (auto form = first; form < forms_.size(); ++form) forms_at_.push_back(form);
  // The shortest first: of a word that many have, they are the nearest ones.
  std::sort(forms_at_.begin() + first, forms_at_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(forms_.words(a).size(), forms_.hash(a)) <
           std::tuple(forms_.words(b).size(), forms_.hash(b));
  });
  places_.resize(forms_.word_count());
  weights_.resize(forms_.word_count());
  is_asked_.resize(forms_.word_count());
  sums_.resize(size());
  for (auto place = first; place < size(); ++place)
    for (const auto word : forms_.words(forms_at_[place])) places_[word].push_back(place);

  const WordWeigher weigher(forms_);
  std::vector<std::uint32_t> with;
  for (std::uint32_t word = 0; word < weights_.size(); ++word) {
    if (weights_[word] > 0) continue;
    with.clear();
    for (const auto place : places_[word]) with.push_back(forms_at_[place]);
    weights_[word] = weigher.weigh(word, with);
  }
  lengths_.resize(size());
  for (std::uint32_t place = 0; place < size(); ++place)
    lengths_[place] = length_of(forms_at_[place]);
  return first;
}

float QuestionIndex::length_of(std::uint32_t form) const {
  double sum = 0;
  for (const auto word : forms_.words(form))
    sum += static_cast<double>(weights_[word]) * weights_[word];
  return static_cast<float>(std::sqrt(sum));
}

std::vector<Near> QuestionIndex::nearest(std::uint32_t place) {
  std::vector<Near> near;
  if (lengths_[place] == 0) return near;
  gather(place);
  for (const auto other : seen_) {
    if (other != place) near.push_back({other, sums_[other] / lengths_[other]});
    sums_[other] = 0;
  }
  keep_nearest(near, kCompared);
  for (const auto word : words_) is_asked_[word] = 1;
  for (auto& each : near)
    each.similarity = product(each.place) / (lengths_[place] * lengths_[each.place]);
  for (const auto word : words_) is_asked_[word] = 0;
  std::erase_if(near, [](const Near& each) { return each.similarity < kLeastSimilarity; });
  keep_nearest(near, kNearest);
  return near;
}

// Into sums_ and seen_: what has the question's most telling words.
void QuestionIndex::gather(std::uint32_t place) {
  const auto words = forms_.words(forms_at_[place]);
  words_.assign(words.begin(), words.end());
  std::ranges::sort(words_, [&](std::uint32_t a, std::uint32_t b) {
    if (weights_[a] != weights_[b]) return weights_[a] > weights_[b];
    return forms_.name(a) < forms_.name(b);
  });
  seen_.clear();
  std::size_t left = kPlacesRead;
  for (const auto word : words_) {
    const float square = weights_[word] * weights_[word];
    if (square == 0) break;
    const auto& places = places_[word];
    if (places.size() > left && !seen_.empty()) continue;
    const std::size_t count = std::min(left, places.size());
    left -= count;
    for (std::size_t i = 0; i < count; ++i) {
      if (sums_[places[i]] == 0) seen_.push_back(places[i]);
      sums_[places[i]] += square;
    }
  }
}

// With the words that are marked.
float QuestionIndex::product(std::uint32_t place) {
  float sum = 0;
  for (const auto word : forms_.words(forms_at_[place]))
    if (is_asked_[word] != 0) sum += weights_[word] * weights_[word];
  return sum;
}

}  // namespace kb::insights
