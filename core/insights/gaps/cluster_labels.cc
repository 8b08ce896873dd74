#include "core/insights/gaps/cluster_labels.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace kb::insights {
namespace {

constexpr std::size_t kWordsShown = 6;
constexpr double kFormsBefore = 2;        // forms that every word is thought to be in
constexpr std::size_t kReadable = 12;     // words; a label of more is worth less
constexpr double kTellingAtLeast = 0.05;  // of the most telling word

}  // namespace

ClusterLabels::ClusterLabels(const QuestionForms& forms, const std::vector<KeptQuestion>& questions)
    : forms_(forms),
      questions_(questions),
      share_(forms.word_count()),
      count_(forms.word_count()),
      weight_(forms.word_count()) {
  for (std::uint32_t form = 0; form < forms.size(); ++form)
    for (const auto word : forms.words(form)) share_[word] += 1;
  for (auto& share : share_)
    share = (share + kFormsBefore) / (static_cast<double>(forms.size()) + kFormsBefore);
}

void ClusterLabels::describe(QuestionCluster& cluster) {
  const auto telling = telling_words(cluster);
  cluster.words.clear();
  for (const auto& [word, weight] : telling) {
    if (cluster.words.size() == kWordsShown || weight < kTellingAtLeast * telling.front().weight)
      break;
    cluster.words.emplace_back(forms_.spelling(word));
  }
  for (const auto& [word, weight] : telling) weight_[word] = weight;

  const auto typical = [&](std::uint32_t member) {
    const auto words = forms_.words(questions_[member].form);
    double sum = 0;
    for (const auto word : words) sum += weight_[word];
    const auto length = static_cast<double>(std::max<std::size_t>(words.size(), 1));
    const double readable = std::min(1.0, static_cast<double>(kReadable) / length);
    return sum / std::sqrt(length) * readable * (1 + std::log1p(questions_[member].customers));
  };
  std::vector<std::pair<double, std::uint32_t>> members;
  members.reserve(cluster.members.size());
  for (const auto member : cluster.members) members.emplace_back(-typical(member), member);
  std::ranges::sort(members, [&](const auto& left, const auto& right) {
    return std::tie(left.first, questions_[left.second].text, left.second) <
           std::tie(right.first, questions_[right.second].text, right.second);
  });
  std::ranges::transform(members, cluster.members.begin(),
                         [](const auto& each) { return each.second; });
  cluster.label = questions_[cluster.members.front()].text;
  for (const auto& each : telling) weight_[each.word] = 0;
}

// By how much they tell the cluster from all questions, the most telling first.
std::vector<ClusterLabels::Telling> ClusterLabels::telling_words(const QuestionCluster& cluster) {
  std::vector<std::uint32_t> seen;
  double all = 0;
  for (const auto member : cluster.members) {
    const double customers = questions_[member].customers;
    all += customers;
    for (const auto word : forms_.words(questions_[member].form)) {
      if (count_[word] == 0) seen.push_back(word);
      count_[word] += customers;
    }
  }
  std::vector<Telling> telling;
  for (const auto word : seen) {
    const double share = all > 0 ? count_[word] / all : 0;
    if (share > share_[word]) telling.push_back({word, share * std::log(share / share_[word])});
    count_[word] = 0;
  }
  std::ranges::sort(telling, [&](const Telling& left, const Telling& right) {
    if (left.weight != right.weight) return left.weight > right.weight;
    return forms_.name(left.word) < forms_.name(right.word);
  });
  return telling;
}

}  // namespace kb::insights
