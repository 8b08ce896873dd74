// What a writer decides about a proposed synonym: it goes into synonyms.yaml, or is not proposed
// again.
//
//   auto open = open_proposals(staff, *report);           // neither known nor refused
//   accept_synonym(staff, *report, open->front());        // the file, its gap, the audit log
//   refuse_synonym(staff, open->front());
//
// The store and the file change together: where one cannot be written, the other stays as it was.
// An open gap that lacks these words is published with it, so that its proof begins. For one
// request, on its thread.

#pragma once

#include <vector>

#include "core/insights/gaps/gap.h"
#include "server/staff_request.h"

namespace kb {

// Of the report: what the team has neither written nor refused.
Result<std::vector<insights::SynonymProposal>> open_proposals(const StaffRequest& staff,
                                                              const insights::GapReport& report);

Result<void> accept_synonym(const StaffRequest& staff, const insights::GapReport& report,
                            const insights::SynonymProposal& proposal);
Result<void> refuse_synonym(const StaffRequest& staff, const insights::SynonymProposal& proposal);

}  // namespace kb
