// What people said of articles and of their way here, counted: votes and surveys.
//
//   add_opinions(sums, session, journey);        // of a session: the last word on each article
//   add_unlinked_opinion(sums, event);           // of those who ask not to be tracked: each
//
// A mark that its scale does not have counts as not given. For one thread, as CellSums is.

#pragma once

#include "core/insights/cell_sums.h"
#include "core/insights/journey.h"

namespace kb::insights {

void add_opinions(CellSums& sums, EventRow session, const Journey& journey);
void add_unlinked_opinion(CellSums& sums, const store::Event& event);

}  // namespace kb::insights
