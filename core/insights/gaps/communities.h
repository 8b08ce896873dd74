// Communities of a graph: nodes that are tied to one another more than chance would have it.
//
//   Graph graph(nodes, ties);                       // undirected, with weights
//   communities(graph, 1.0)                         // for each node its community, from 0
//   settle(graph, 1.0, known)                       // the same, with what is known for the first
//
// Modularity with a resolution (Newman and Girvan, 2004; Reichardt and Bornholdt, 2006), climbed by
// moving nodes and then whole communities (Blondel et al., 2008); what hangs together only through
// others is parted at the end (the flaw that Traag et al., 2019, describe). Deterministic: nodes go
// in the order of their numbers. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kb::insights {

struct Tie {
  std::uint32_t from;
  std::uint32_t to;
  float weight;
};

class Graph {
 public:
  struct End {
    std::uint32_t node;
    float weight;
  };

  // Each tie counts in both directions.
  Graph(std::size_t nodes, std::span<const Tie> ties);

  std::size_t size() const { return begins_.size() - 1; }
  std::span<const End> ends(std::uint32_t node) const {
    return std::span(ends_).subspan(begins_[node], begins_[node + 1] - begins_[node]);
  }

 private:
  std::vector<std::size_t> begins_;
  std::vector<End> ends_;  // a node's own tie to itself (of a community) is there once, doubled
};

// The higher the resolution, the more there are.
std::vector<std::uint32_t> communities(const Graph& graph, double resolution);

// `known`: communities of the first nodes, from 0 without gaps. The others join them, or make their
// own; of the known ones moves only what its new neighbours draw away.
std::vector<std::uint32_t> settle(const Graph& graph, double resolution,
                                  std::vector<std::uint32_t> known);

}  // namespace kb::insights
