// One search of the past that is made again, on what is live and on what would be published.
//
//   ReplayQuery{.text = "zwrot kosztów", .lang = "pl", .gap = 12}          // found nothing fitting
//   ReplayQuery{.text = "refund", .lang = "en", .expected = "en/billing/refund"}    // was answered
//   read_query_file("queries.tsv")      // query, tab, language[, tab, lang/id]
//
// A plain value. A line of the file that is no query is an Error that names it.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace kb {

struct ReplayQuery {
  std::string text;
  std::string lang;
  std::string expected = {};  // what customers opened: "pl/billing/refund"; empty: nothing fitted
  std::int64_t gap = 0;       // whose question it is; 0: of none
  std::int64_t visitors = 0;  // how many asked it, as far as it is known
  bool is_shown = true;       // so many that reports may show it

  bool operator==(const ReplayQuery&) const = default;
};

// Empty lines and those that begin with # are left out; languages are made canonical.
Result<std::vector<ReplayQuery>> read_query_file(const std::filesystem::path& file);

}  // namespace kb
