#include "core/index/topic_vote.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace kb::index {
namespace {

// Tuned on the tickets of BANKING77 alone: 4 to 8 differ little.
constexpr double kSharpness = 6;

}  // namespace

std::vector<TopicShare> vote_topics(std::span<const Voter> voters) {
  std::map<std::string, double> votes;
  double all = 0;
  for (const auto& voter : voters.first(std::min(voters.size(), kVoters))) {
    if (voter.topic.empty() || voter.score <= 0) continue;
    const double vote = std::pow(voter.score / voters.front().score, kSharpness) *
                        (1 + std::log2(static_cast<double>(std::max<std::size_t>(1, voter.count))));
    votes[voter.topic] += vote;
    all += vote;
  }
  std::vector<TopicShare> topics;
  for (const auto& [topic, vote] : votes) topics.push_back({topic, vote / all});
  std::stable_sort(topics.begin(), topics.end(),
                   [](const auto& a, const auto& b) { return a.share > b.share; });
  return topics;
}

}  // namespace kb::index
