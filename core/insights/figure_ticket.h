// What the figures need to know of a ticket: times, kinds and numbered names, no text.
//
//   FigureTickets tickets;
//   tickets.add(ticket, {.links = {{"pl", "billing/refund", ""}}});
//   for (const FigureTicket* row : tickets.rows()) …           // in the order they were added
//   tickets.name(row->team)                                    // "orders"
//
// Filled by one thread, then only read: thread-safe from there on. About 250 bytes a ticket.

#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/article/ticket.h"
#include "core/insights/name_table.h"

namespace kb::insights {

struct FigureTicket {
  TicketType type = TicketType::question;
  bool is_closed = false;        // by its status, which counts where times say otherwise
  bool made_an_article = false;  // its answer was published, or became part of an article
  Time created;
  std::optional<Time> first_response;
  std::optional<Time> solved;  // only where it is closed; even there it may be unknown
  TicketStages waited;
  int replies = 0;
  std::optional<int> satisfaction;  // 1 to 5
  NameId team = kNoName;
  NameId topic = kNoName;
  NameId lang = kNoName;
  NameId plan = kNoName;
  NameId customer = kNoName;
  std::optional<Time> renews;
  std::optional<Time> churned;
  std::vector<NameId> articles;  // linked in it: "lang/id", each once
};

using TicketRows = std::vector<const FigureTicket*>;

// What the store knows of a ticket besides the ticket itself.
struct TicketTrace {
  std::vector<TicketLink> links;  // noted by agents
  bool made_an_article = false;
};

// What reports can be broken down by.
enum class Dimension { team, topic, lang, plan };

NameId name_in(const FigureTicket& ticket, Dimension dimension);

class FigureTickets {
 public:
  using Place = std::uint32_t;  // in the order they were added

  Place add(const Ticket& ticket, const TicketTrace& trace = {});
  void replace(Place place, const Ticket& ticket, const TicketTrace& trace = {});
  // Besides what there is: for who learns it later.
  void add_link(Place place, const TicketLink& link);
  void set_made_an_article(Place place, bool made) { tickets_[place].made_an_article = made; }

  TicketRows rows() const;
  std::size_t size() const { return tickets_.size(); }
  const std::string& name(NameId id) const { return names_.name(id); }
  std::optional<NameId> find(std::string_view name) const { return names_.find(name); }

 private:
  NameTable names_;
  std::deque<FigureTicket> tickets_;  // never moves what rows() points to
};

}  // namespace kb::insights
