// The addresses of the agents' pages, without the base path.
//
//   agent_preview_path("pl", "billing/refund", "jak-dlugo") -> "/agent/preview/pl/billing/refund#…"
//   agent_ticket_path({"zendesk", "1042"})                  -> "/agent/ticket/zendesk/1042"
//
// Percent-encoded. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "core/article/link.h"
#include "server/agent/ticket_reference.h"

namespace kb {

inline constexpr std::string_view kConsolePath = "/agent";
inline constexpr std::string_view kPanelPath = "/agent/panel";
inline constexpr std::string_view kFlagsPath = "/agent/flags";

inline std::string agent_preview_path(std::string_view lang, std::string_view id,
                                      std::string_view anchor) {
  std::string path = "/agent/preview/" + std::string(lang) + "/" + percent_encode_path(id);
  if (!anchor.empty()) path += "#" + percent_encode_path(anchor);
  return path;
}

inline std::string agent_ticket_path(const TicketReference& ticket) {
  return "/agent/ticket/" + percent_encode_path(ticket.source) + "/" +
         percent_encode_path(ticket.id);
}

inline std::string agent_draft_path(const TicketReference& ticket) {
  return "/agent/draft/" + percent_encode_path(ticket.source) + "/" +
         percent_encode_path(ticket.id);
}

}  // namespace kb
