// The addresses of the pages for gaps, without the base path.
//
//   gap_path(7)             -> "/writer/gaps/7"
//   gap_draft_path(7)       -> "/writer/gaps/7/draft"
//
// Pure, thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kb {

inline constexpr std::string_view kGapsPath = "/writer/gaps";
inline constexpr std::string_view kGapsApiPath = "/api/v1/gaps";
inline constexpr std::string_view kGapFeedPath = "/api/v1/gaps/feed.atom";

inline std::string gap_path(std::int64_t id) {
  return std::string(kGapsPath) + "/" + std::to_string(id);
}
inline std::string gap_draft_path(std::int64_t id) {
  return gap_path(id) + "/draft";
}
inline std::string gap_replay_path(std::int64_t id) {
  return gap_path(id) + "/replay";
}

}  // namespace kb
