// Gaps as pages show them: from what was found and what the store keeps to the page's values.
//
//   view.gaps.push_back(gap_card(staff, listed, report.get()));
//   auto page = gap_page(staff, kept, context);      // the gap's own page
//
// Reads the live index for the addresses of articles. For one request, on its thread.

#pragma once

#include <optional>
#include <vector>

#include "core/insights/gaps/gap_proof.h"
#include "core/store/users.h"
#include "server/gaps/gap_list.h"
#include "server/page/gap_page.h"
#include "server/staff_request.h"

namespace kb {

page::GapCard gap_card(const StaffRequest& staff, const ListedGap& gap,
                       const insights::GapReport* report);

// What a gap's own page is made of beside the gap.
struct GapContext {
  const insights::GapReport* report = nullptr;
  std::optional<insights::GapProof> proof = {};
  std::vector<store::GapChange> history = {};
  std::vector<store::Gap> others = {};  // all gaps
  std::vector<store::User> users = {};
};

page::GapPage gap_page(const StaffRequest& staff, const store::Gap& gap, const GapContext& context);

// What helps most customers, of the gaps that are open: for the writers' first page.
std::vector<page::GapCard> top_gaps(const StaffRequest& staff, const std::vector<store::Gap>& kept,
                                    std::size_t most);

// Who may own a gap: writers and admins who can log in.
std::vector<std::string> gap_owners(const std::vector<store::User>& users);

}  // namespace kb
