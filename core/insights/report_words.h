// How reports word numbers, names and tables for a terminal, the same in all of them.
//
//   percent_text(0.254)                          // "25.4 %"
//   count_or_unknown(std::nullopt)               // "–"
//   duration_text(12'240)                        // "3.4 h"
//   titled("Topics", table) + rows_left_out(topics.size())
//
// Pure, thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/insights/text_table.h"

namespace kb::insights {

inline constexpr std::size_t kMostShownRows = 20;  // of one table
inline constexpr std::string_view kUnknown = "–";

std::string decimal_text(double number, int digits);
std::string percent_text(double share);
std::string duration_text(double seconds);  // "45 s", "12 min", "3.4 h", "2.1 d"
std::string count_or_unknown(const std::optional<std::int64_t>& count);
std::string name_or_none(const std::string& name);

std::string titled(const std::string& title, const TextTable& table);
std::string rows_left_out(std::size_t rows);  // the table's end; empty where it shows them all

}  // namespace kb::insights
