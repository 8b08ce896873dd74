#include "core/insights/wishes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/insights/gaps/question_clusters.h"
#include "core/insights/rate_test.h"

namespace kb::insights {
namespace {

constexpr double kChance = 0.05;
constexpr std::size_t kQuestionBytes = 400;  // of a ticket's text: what it is about comes first

using WishTickets = std::vector<const Ticket*>;

std::string customer_of(const Ticket& ticket) {
  return ticket.customer.hash.empty() ? "ticket " + to_key(ticket) : ticket.customer.hash;
}

// Cut where a character begins.
std::string_view beginning(std::string_view text) {
  if (text.size() <= kQuestionBytes) return text;
  auto end = kQuestionBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

std::string asked_text(const Ticket& ticket) {
  std::string text = ticket.subject;
  if (!ticket.question.empty()) text.append("\n").append(beginning(ticket.question));
  return text;
}

// The value that most have; of several, the least.
template <class Value>
Value most_frequent(const std::map<Value, std::int64_t>& counts) {
  Value best = {};
  std::int64_t most = 0;
  for (const auto& [value, count] : counts)
    if (count > most) std::tie(best, most) = std::tie(value, count);
  return best;
}

GapTrend trend_of(const Wish& wish, bool was_there, bool compares) {
  if (!compares) return GapTrend::steady;
  if (!was_there) return GapTrend::fresh;
  if (rate_change_p(wish.recent, wish.before) >= kChance) return GapTrend::steady;
  return wish.recent > wish.before ? GapTrend::rising : GapTrend::fading;
}

void count_customers(Wish& wish, const WishTickets& tickets, const WishPeriod& period) {
  std::set<std::string> all;
  std::set<std::string> recent;
  std::set<std::string> before;
  bool was_there = false;
  for (const Ticket* ticket : tickets) {
    const auto customer = customer_of(*ticket);
    const auto age = period.now - ticket->created;
    all.insert(customer);
    was_there = was_there || age >= kWishDays;
    if (age < kWishDays)
      recent.insert(customer);
    else if (age < 2 * kWishDays)
      before.insert(customer);
  }
  wish.customers = std::ssize(all);
  wish.recent = std::ssize(recent);
  wish.before = std::ssize(before);
  wish.trend = trend_of(wish, was_there, period.compares);
}

void describe(Wish& wish, const WishTickets& tickets) {
  std::map<TicketType, std::int64_t> types;
  std::map<std::string, std::int64_t> topics;
  std::set<std::string> tags;
  for (const Ticket* ticket : tickets) {
    ++types[ticket->type];
    if (!ticket->topic.empty()) ++topics[ticket->topic];
    tags.insert(ticket->tags.begin(), ticket->tags.end());
    wish.tickets.push_back(to_key(*ticket));
  }
  wish.type = most_frequent(types);
  wish.topic = most_frequent(topics);
  wish.tags.assign(tags.begin(), tags.end());
}

Wish wish_of(const QuestionCluster& cluster, const WishTickets& tickets, const WishPeriod& period) {
  const Ticket& typical = *tickets[cluster.members.front()];
  Wish wish{.lang = typical.lang,
            .label = typical.subject.empty() ? cluster.label : typical.subject,
            .words = cluster.words};
  WishTickets own;
  for (const auto member : cluster.members) own.push_back(tickets[member]);
  std::ranges::sort(own, [](const Ticket* a, const Ticket* b) {
    return std::pair(b->created, to_key(*a)) < std::pair(a->created, to_key(*b));
  });
  wish.newest = own.front()->created;
  describe(wish, own);
  count_customers(wish, own, period);
  return wish;
}

bool share_a_tag(const Wish& a, const Wish& b) {
  return std::ranges::any_of(
      a.tags, [&](const auto& tag) { return std::ranges::binary_search(b.tags, tag); });
}

using WishesOfKind = std::map<std::pair<std::string, TicketType>, std::vector<const Wish*>>;

// Where there are no tags, a topic tells only as far as each language has one wish of it.
bool are_linked(const Wish& a, const Wish& b, const std::vector<const Wish*>& of_kind) {
  if (a.lang == b.lang) return false;
  if (!a.tags.empty() && !b.tags.empty()) return share_a_tag(a, b);
  const auto is_alone = [&](const Wish& wish) {
    return std::ranges::count(of_kind, wish.lang, &Wish::lang) == 1;
  };
  return is_alone(a) && is_alone(b);
}

void link_wishes(std::vector<Wish>& wishes) {
  WishesOfKind kinds;
  for (const Wish& wish : wishes)
    if (!wish.topic.empty()) kinds[{wish.topic, wish.type}].push_back(&wish);
  for (Wish& wish : wishes) {
    wish.elsewhere.clear();
    const auto near = kinds.find({wish.topic, wish.type});
    if (near == kinds.end()) continue;
    for (const Wish* other : near->second)
      if (are_linked(wish, *other, near->second))
        wish.elsewhere.push_back({other->lang, other->label});
  }
}

}  // namespace

bool is_wish(const Ticket& ticket) {
  return ticket.type == TicketType::bug || ticket.type == TicketType::feature_request ||
         ticket.type == TicketType::known_limitation;
}

std::vector<Wish> wishes_in(const std::vector<Ticket>& tickets, const WishPeriod& period,
                            text::Stemmers& stemmers) {
  std::map<std::string, WishTickets> by_language;
  for (const Ticket& ticket : tickets)
    if (is_wish(ticket)) by_language[ticket.lang].push_back(&ticket);

  std::vector<Wish> wishes;
  for (const auto& [lang, of_language] : by_language) {
    QuestionClusters clusters(lang, stemmers);
    std::vector<std::string> texts;
    texts.reserve(of_language.size());
    std::vector<AskedQuestion> questions;
    for (const Ticket* ticket : of_language)
      questions.push_back({.text = texts.emplace_back(asked_text(*ticket))});
    clusters.add(questions);
    for (const auto& cluster : clusters.result())
      wishes.push_back(wish_of(cluster, of_language, period));
  }
  return together(std::move(wishes));
}

std::vector<Wish> together(std::vector<Wish> wishes) {
  std::ranges::sort(wishes, [](const Wish& a, const Wish& b) {
    return std::tie(b.customers, b.newest, a.lang, a.tickets) <
           std::tie(a.customers, a.newest, b.lang, b.tickets);
  });
  link_wishes(wishes);
  return wishes;
}

}  // namespace kb::insights
