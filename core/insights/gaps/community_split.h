// Communities that hold several topics, parted: in a large graph modularity overlooks what is small
// (the resolution limit of Fortunato and Barthélemy, 2007).
//
//   parts = parted_where_shorter(graph, std::move(parts), length);
//
// Each community is looked at alone, as a graph of its own; where its own communities hardly hang
// together, or describe its questions in fewer bits, they take its place, and are looked at in
// turn. Deterministic, pure but for `length`'s scratch.

#pragma once

#include <cstdint>
#include <vector>

#include "core/insights/gaps/communities.h"
#include "core/insights/gaps/description_length.h"

namespace kb::insights {

// `parts`: of each node, from 0 without gaps; so is what is returned.
std::vector<std::uint32_t> parted_where_shorter(const Graph& graph,
                                                std::vector<std::uint32_t> parts,
                                                DescriptionLength& length);

}  // namespace kb::insights
