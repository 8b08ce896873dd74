#include "core/store/agent_links.h"

namespace kb::store {

Result<bool> add_agent_link(Sql& sql, const AgentLink& link) {
  const auto moved = sql.change(
      "UPDATE ticket_links SET anchor = $5 WHERE source = $1 AND ticket = $2 AND lang = $3 "
      "AND article = $4",
      {link.source, link.ticket, link.lang, link.article, link.anchor});
  if (!moved) return fail(moved.error());
  if (*moved > 0) return false;
  const auto added = sql.change(
      "INSERT INTO ticket_links (source, ticket, lang, article, anchor, who, at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      {link.source, link.ticket, link.lang, link.article, link.anchor, link.who, link.at});
  if (!added) return fail(added.error());
  return true;
}

Result<std::vector<AgentLink>> links_of_ticket(Sql& sql, std::string_view source,
                                               std::string_view ticket) {
  return sql.list(
      "SELECT source, ticket, lang, article, anchor, who, at FROM ticket_links "
      "WHERE source = $1 AND ticket = $2 ORDER BY at, lang, article",
      {source, ticket}, [](const Row& row) -> AgentLink {
        return {row.text(0), row.text(1), row.text(2), row.text(3),
                row.text(4), row.text(5), row.time(6)};
      });
}

}  // namespace kb::store
