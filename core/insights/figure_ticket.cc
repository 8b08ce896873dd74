#include "core/insights/figure_ticket.h"

#include <algorithm>

namespace kb::insights {
namespace {

constexpr int kBest = 5;

std::optional<int> rating_of(const Ticket& ticket) {
  const auto rating = ticket.satisfaction;
  return rating && *rating >= 1 && *rating <= kBest ? rating : std::nullopt;
}

// Several sections of one article are one article.
std::vector<NameId> articles_of(const Ticket& ticket, const TicketTrace& trace, NameTable& names) {
  std::vector<NameId> articles;
  for (const auto* links : {&ticket.links, &trace.links})
    for (const TicketLink& link : *links)
      articles.push_back(names.id(link.lang + "/" + link.article));
  std::sort(articles.begin(), articles.end());
  articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
  return articles;
}

}  // namespace

NameId name_in(const FigureTicket& ticket, Dimension dimension) {
  switch (dimension) {
    case Dimension::team:
      return ticket.team;
    case Dimension::topic:
      return ticket.topic;
    case Dimension::lang:
      return ticket.lang;
    case Dimension::plan:
      return ticket.plan;
  }
  return kNoName;
}

FigureTickets::Place FigureTickets::add(const Ticket& ticket, const TicketTrace& trace) {
  const auto place = static_cast<Place>(tickets_.size());
  tickets_.emplace_back();
  replace(place, ticket, trace);
  return place;
}

void FigureTickets::add_link(Place place, const TicketLink& link) {
  auto& articles = tickets_[place].articles;
  const auto id = names_.id(link.lang + "/" + link.article);
  const auto at = std::ranges::lower_bound(articles, id);
  if (at == articles.end() || *at != id) articles.insert(at, id);
}

void FigureTickets::replace(Place place, const Ticket& ticket, const TicketTrace& trace) {
  FigureTicket& row = tickets_[place];
  row = {};
  row.type = ticket.type;
  row.is_closed = ticket.status == TicketStatus::solved;
  row.made_an_article = trace.made_an_article;
  row.created = ticket.created;
  row.first_response = ticket.first_response;
  if (row.is_closed) row.solved = ticket.solved;
  row.waited = ticket.waited;
  row.replies = ticket.replies;
  row.satisfaction = rating_of(ticket);
  row.team = names_.id(ticket.team);
  row.topic = names_.id(ticket.topic);
  row.lang = names_.id(ticket.lang);
  row.plan = names_.id(ticket.customer.plan);
  row.customer = names_.id(ticket.customer.hash);
  row.renews = ticket.customer.renews;
  row.churned = ticket.customer.churned;
  row.articles = articles_of(ticket, trace, names_);
}

TicketRows FigureTickets::rows() const {
  TicketRows rows;
  rows.reserve(tickets_.size());
  for (const FigureTicket& ticket : tickets_) rows.push_back(&ticket);
  return rows;
}

}  // namespace kb::insights
