#include "core/insights/gaps/communities.h"

#include <algorithm>
#include <numeric>

namespace kb::insights {
namespace {

constexpr std::uint32_t kUnnumbered = 0xFFFF'FFFF;
constexpr int kMostRounds = 32;  // of moving nodes; they settle in far fewer

using PartOfNode = std::vector<std::uint32_t>;

// Moves single nodes to where they are tied most, until none wants to.
class NodeMover {
 public:
  NodeMover(const Graph& graph, double resolution, PartOfNode start)
      : graph_(graph), part_(std::move(start)), degree_(graph.size()), tied_(graph.size()) {
    for (std::uint32_t node = 0; node < graph.size(); ++node)
      for (const auto& end : graph.ends(node)) degree_[node] += end.weight;
    total_.resize(graph.size());
    double all = 0;
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
      total_[part_[node]] += degree_[node];
      all += degree_[node];
    }
    penalty_ = all > 0 ? resolution / all : 0;
  }

  // Begins with the nodes from `first` on; goes on with the neighbours of those that moved.
  // Whether any did.
  bool run(std::size_t first = 0) {
    std::vector<std::uint32_t> queue(graph_.size() - first);
    std::iota(queue.begin(), queue.end(), static_cast<std::uint32_t>(first));
    std::vector<char> waiting(graph_.size(), 0);
    std::fill(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end(), 1);
    bool any = false;
    for (int round = 0; round < kMostRounds && !queue.empty(); ++round) {
      std::vector<std::uint32_t> next;
      for (const auto node : queue) {
        waiting[node] = 0;
        if (!move(node)) continue;
        any = true;
        for (const auto& end : graph_.ends(node))
          if (part_[end.node] != part_[node] && waiting[end.node] == 0) {
            waiting[end.node] = 1;
            next.push_back(end.node);
          }
      }
      std::ranges::sort(next);
      queue = std::move(next);
    }
    return any;
  }

  PartOfNode take() { return std::move(part_); }

 private:
  bool move(std::uint32_t node) {
    const std::uint32_t from = part_[node];
    total_[from] -= degree_[node];
    seen_.clear();
    for (const auto& end : graph_.ends(node)) {
      if (end.node == node) continue;
      double& tied = tied_[part_[end.node]];
      if (tied == 0) seen_.push_back(part_[end.node]);
      tied += end.weight;
    }
    std::uint32_t best = from;
    double most = tied_[from] - penalty_ * degree_[node] * total_[from];
    for (const auto part : seen_) {
      const double gain = tied_[part] - penalty_ * degree_[node] * total_[part];
      if (gain > most + 1e-9) {
        most = gain;
        best = part;
      }
    }
    for (const auto part : seen_) tied_[part] = 0;
    total_[best] += degree_[node];
    part_[node] = best;
    return best != from;
  }

  const Graph& graph_;
  PartOfNode part_;
  std::vector<double> degree_;
  std::vector<double> total_;  // of a part's degrees
  std::vector<double> tied_;   // scratch: of the node at hand to each part
  std::vector<std::uint32_t> seen_;
  double penalty_ = 0;
};

// Numbers the parts from 0, in the order of their first nodes; how many there are.
std::uint32_t number_from_zero(PartOfNode& parts) {
  std::vector<std::uint32_t> number(parts.size(), kUnnumbered);
  std::uint32_t count = 0;
  for (auto& part : parts) {
    if (number[part] == kUnnumbered) number[part] = count++;
    part = number[part];
  }
  return count;
}

Graph graph_of_parts(const Graph& graph, const PartOfNode& parts, std::uint32_t count) {
  std::vector<Tie> ties;
  std::vector<std::vector<std::uint32_t>> members(count);
  for (std::uint32_t node = 0; node < graph.size(); ++node) members[parts[node]].push_back(node);
  std::vector<double> tied(count);
  std::vector<std::uint32_t> seen;
  for (std::uint32_t part = 0; part < count; ++part) {
    seen.clear();
    for (const auto node : members[part])
      for (const auto& end : graph.ends(node)) {
        const auto other = parts[end.node];
        if (other > part) continue;
        if (tied[other] == 0) seen.push_back(other);
        tied[other] += end.weight;
      }
    for (const auto other : seen) {
      // Inside, both directions were counted; the graph counts a tie to itself once.
      ties.push_back({part, other, static_cast<float>(tied[other])});
      tied[other] = 0;
    }
  }
  return {count, ties};
}

// PartOfNode of which no way leads through the part from one half to the other become several.
PartOfNode parted_where_apart(const Graph& graph, const PartOfNode& parts) {
  PartOfNode found(parts.size(), kUnnumbered);
  std::vector<std::uint32_t> open;
  for (std::uint32_t node = 0; node < parts.size(); ++node) {
    if (found[node] != kUnnumbered) continue;
    found[node] = node;
    open.assign(1, node);
    while (!open.empty()) {
      const auto at = open.back();
      open.pop_back();
      for (const auto& end : graph.ends(at))
        if (found[end.node] == kUnnumbered && parts[end.node] == parts[node]) {
          found[end.node] = node;
          open.push_back(end.node);
        }
    }
  }
  return found;
}

}  // namespace

Graph::Graph(std::size_t nodes, std::span<const Tie> ties) : begins_(nodes + 1) {
  for (const auto& tie : ties) {
    ++begins_[tie.from + 1];
    if (tie.to != tie.from) ++begins_[tie.to + 1];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  ends_.resize(begins_.back());
  auto at = begins_;
  for (const auto& tie : ties) {
    ends_[at[tie.from]++] = {tie.to, tie.weight};
    if (tie.to != tie.from) ends_[at[tie.to]++] = {tie.from, tie.weight};
  }
}

std::vector<std::uint32_t> communities(const Graph& graph, double resolution) {
  PartOfNode result(graph.size());
  std::iota(result.begin(), result.end(), 0U);
  const Graph* level = &graph;
  Graph coarse(0, {});
  while (true) {
    PartOfNode start(level->size());
    std::iota(start.begin(), start.end(), 0U);
    NodeMover mover(*level, resolution, std::move(start));
    const bool moved = mover.run();
    PartOfNode parts = mover.take();
    const auto count = number_from_zero(parts);
    for (auto& part : result) part = parts[part];
    if (!moved || count == level->size()) break;
    coarse = graph_of_parts(*level, parts, count);
    level = &coarse;
  }
  result = parted_where_apart(graph, result);
  number_from_zero(result);
  return result;
}

std::vector<std::uint32_t> settle(const Graph& graph, double resolution,
                                  std::vector<std::uint32_t> known) {
  const std::size_t first = known.size();
  const auto count = number_from_zero(known);
  for (std::size_t node = first; node < graph.size(); ++node)
    known.push_back(count + static_cast<std::uint32_t>(node - first));
  NodeMover mover(graph, resolution, std::move(known));
  mover.run(first);
  auto parts = parted_where_apart(graph, mover.take());
  number_from_zero(parts);
  return parts;
}

}  // namespace kb::insights
