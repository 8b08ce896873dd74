#include "core/insights/gaps/community_split.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kb::insights {
namespace {

using Community = std::vector<std::uint32_t>;  // its nodes, ascending

constexpr std::size_t kLeastNodes = 4;
constexpr double kOwnResolution = 1;
constexpr double kHardlyTied = 0.1;  // of all ties, by weight, those across the pieces

std::vector<Community> communities_of(const std::vector<std::uint32_t>& parts) {
  std::vector<Community> all;
  for (std::uint32_t node = 0; node < parts.size(); ++node) {
    if (parts[node] >= all.size()) all.resize(parts[node] + 1);
    all[parts[node]].push_back(node);
  }
  return all;
}

class CommunitySplitter {
 public:
  CommunitySplitter(const Graph& graph, DescriptionLength& length)
      : graph_(graph), length_(length), place_(graph.size()), is_in_(graph.size()) {}

  // Nothing: it stays whole.
  std::vector<Community> split(const Community& whole) {
    if (whole.size() < kLeastNodes) return {};
    const Graph own = own_graph(whole);
    const auto parts = communities(own, kOwnResolution);
    auto pieces = communities_of(parts);
    if (pieces.size() < 2) return {};
    double length = 0;
    for (Community& piece : pieces) {
      for (auto& node : piece) node = whole[node];
      length += length_.of_cluster(piece);
    }
    if (length >= length_.of_cluster(whole) && tied_across(own, parts) > kHardlyTied) return {};
    return pieces;
  }

 private:
  // Of all ties, by weight, those from one part to another.
  static double tied_across(const Graph& graph, const std::vector<std::uint32_t>& parts) {
    double all = 0;
    double across = 0;
    for (std::uint32_t node = 0; node < parts.size(); ++node)
      for (const auto& end : graph.ends(node)) {
        all += end.weight;
        if (parts[end.node] != parts[node]) across += end.weight;
      }
    return all > 0 ? across / all : 0;
  }

  Graph own_graph(const Community& whole) {
    for (std::uint32_t i = 0; i < whole.size(); ++i) {
      place_[whole[i]] = i;
      is_in_[whole[i]] = 1;
    }
    std::vector<Tie> ties;
    for (const auto node : whole)
      for (const auto& end : graph_.ends(node))
        if (end.node < node && is_in_[end.node] != 0)
          ties.push_back({place_[node], place_[end.node], end.weight});
    for (const auto node : whole) is_in_[node] = 0;
    return {whole.size(), ties};
  }

  const Graph& graph_;
  DescriptionLength& length_;
  std::vector<std::uint32_t> place_;  // scratch, by node
  std::vector<char> is_in_;           // likewise
};

}  // namespace

std::vector<std::uint32_t> parted_where_shorter(const Graph& graph,
                                                std::vector<std::uint32_t> parts,
                                                DescriptionLength& length) {
  CommunitySplitter splitter(graph, length);
  auto open = communities_of(parts);
  std::ranges::reverse(open);
  std::uint32_t count = 0;
  while (!open.empty()) {
    const Community community = std::move(open.back());
    open.pop_back();
    auto pieces = splitter.split(community);
    if (pieces.empty()) {
      for (const auto node : community) parts[node] = count;
      ++count;
      continue;
    }
    std::ranges::reverse(pieces);
    std::ranges::move(pieces, std::back_inserter(open));
  }
  return parts;
}

}  // namespace kb::insights
