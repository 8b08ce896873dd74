// What a message is about, by the vote of the tickets most like it.
//
//   std::vector<TopicShare> topics = vote_topics({{"refund", 0.8, 3}, {"refund", 0.7, 1}, …});
//   topics[0].topic, topics[0].share       // "refund", 0.92: best first
//
// The kVoters nearest vote, each by how near it is compared with the nearest, sharply falling; an
// entry for many tickets somewhat more. Those without a topic do not vote. Pure, thread-safe.

#pragma once

#include <span>
#include <string>
#include <vector>

namespace kb::index {

inline constexpr std::size_t kVoters = 15;

struct Voter {
  std::string topic;      // may be empty
  double score = 0;       // its likeness to the message
  std::size_t count = 1;  // tickets that ask the same
};

struct TopicShare {
  std::string topic;
  double share = 0;  // of all votes, 0 to 1
};

// `voters`: the nearest first.
std::vector<TopicShare> vote_topics(std::span<const Voter> voters);

}  // namespace kb::index
