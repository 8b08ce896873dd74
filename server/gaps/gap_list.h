// The gaps that a page or the API lists: what the store keeps of each joined with what was found
// last, chosen and put in order.
//
//   const auto filter = gap_filter(request, "ana");           // ?state=mine&lang=pl&order=tickets
//   for (const ListedGap& gap : listed_gaps(kept, report.get(), *filter)) …
//
// What points into `kept` and the report lives as long as these. A filter that names what there is
// not is an Error that lists what there is. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/insights/gaps/gap.h"
#include "core/store/gap_table.h"
#include "server/http/message.h"

namespace kb {

struct ListedGap {
  const store::Gap* kept = nullptr;
  const insights::FoundGap* found = nullptr;  // null: not among the gaps found last
};

enum class GapOrder { rank, customers, tickets, newest };

struct GapFilter {
  std::string state = {};  // a state, "mine", or "" for all; "open" has those with an owner, too
  std::string me = {};     // whose "mine" are
  std::string lang = {};
  std::optional<insights::Diagnosis> diagnosis = {};
  std::optional<insights::GapTrend> trend = {};
  GapOrder order = GapOrder::rank;

  bool operator==(const GapFilter&) const = default;
};

Result<GapFilter> gap_filter(const http::Request& request, const std::string& me);
std::string to_query(const GapFilter& filter);  // "state=open&lang=pl&order=rank"
std::string_view gap_order_name(GapOrder order);

// Open gaps that nobody worked on and that were not found any more are left out: they are over.
std::vector<ListedGap> listed_gaps(const std::vector<store::Gap>& kept,
                                   const insights::GapReport* report, const GapFilter& filter);
bool is_of(const ListedGap& gap, const GapFilter& filter);

const insights::FoundGap* find_found(const insights::GapReport* report, std::int64_t id);

}  // namespace kb
