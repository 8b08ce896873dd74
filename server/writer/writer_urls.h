// The addresses of the writers' pages, without the base path.
//
//   review_path("zendesk", "1042")              -> "/writer/review/zendesk/1042"
//   peer_path("2026-W47", "zendesk", "1042")    -> "/writer/peer/2026-W47/zendesk/1042"
//
// Percent-encoded. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "core/article/link.h"

namespace kb {

inline constexpr std::string_view kWriterPath = "/writer";
inline constexpr std::string_view kQueuePath = "/writer/review";
inline constexpr std::string_view kPeerPath = "/writer/peer";
inline constexpr std::string_view kPublishPath = "/writer/publish";

// A value of a parameter: a slash is no part of the path there.
inline std::string parameter(std::string_view value) {
  std::string out;
  for (const char c : percent_encode_path(value)) {
    if (c == '/')
      out += "%2F";
    else
      out += c;
  }
  return out;
}

inline std::string review_path(std::string_view source, std::string_view ticket) {
  return std::string(kQueuePath) + "/" + parameter(source) + "/" + percent_encode_path(ticket);
}

inline std::string peer_week_path(std::string_view week) {
  return std::string(kPeerPath) + "?week=" + parameter(week);
}

inline std::string peer_path(std::string_view week, std::string_view source,
                             std::string_view ticket) {
  return std::string(kPeerPath) + "/" + std::string(week) + "/" + parameter(source) + "/" +
         percent_encode_path(ticket);
}

}  // namespace kb
