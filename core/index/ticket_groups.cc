#include "core/index/ticket_groups.h"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>

#include "core/index/byte_stream.h"

namespace kb::index {
namespace {

// Of those who share a band, so many of the latest leaders are looked at: messages made from one
// template share bands by the thousand and are no duplicates.
constexpr std::size_t kMostLookedAt = 128;

// An unsaid satisfaction is neither good nor bad.
constexpr int kUnsaid = 3;

// The leaders so far, to be found by the bands of their sketches.
class Leaders {
 public:
  explicit Leaders(const std::vector<QuestionSketch>& sketches)
      : sketches_(sketches),
        heads_(std::bit_ceil(2 * sketches.size() * QuestionSketch::kBands + 1), kNone) {}

  void add(std::uint32_t ticket) {
    for (std::size_t band = 0; band < QuestionSketch::kBands; ++band) {
      auto& head = heads_[place_of(ticket, band)];
      entries_.push_back({ticket, head});
      head = static_cast<std::uint32_t>(entries_.size() - 1);
    }
  }

  // The earliest one that the ticket is a near duplicate of.
  std::optional<std::uint32_t> leader_of(std::uint32_t ticket) const {
    std::optional<std::uint32_t> found;
    const auto& sketch = sketches_[ticket];
    for (std::size_t band = 0; band < QuestionSketch::kBands; ++band) {
      std::size_t looked_at = 0;
      for (auto at = heads_[place_of(ticket, band)]; at != kNone; at = entries_[at].next) {
        const auto leader = entries_[at].ticket;
        if (sketches_[leader].bands[band] != sketch.bands[band]) continue;
        if (++looked_at > kMostLookedAt) break;
        if ((!found || leader < *found) && near_duplicate(sketches_[leader], sketch))
          found = leader;
      }
    }
    return found;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Entry {
    std::uint32_t ticket;
    std::uint32_t next;
  };

  std::size_t place_of(std::uint32_t ticket, std::size_t band) const {
    const auto key = std::uint64_t{sketches_[ticket].bands[band]} + (band << 32);
    return (key * 0x9E3779B97F4A7C15ULL >> 32) & (heads_.size() - 1);
  }

  const std::vector<QuestionSketch>& sketches_;
  std::vector<std::uint32_t> heads_;
  std::vector<Entry> entries_;
};

std::int64_t seconds_of(Time time) {
  return time.time_since_epoch().count();
}

// Small numbers for times before 1970, too.
std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

}  // namespace

TicketGroups::TicketGroups(std::vector<GroupedTicket> tickets,
                           std::span<const std::uint32_t> leaders)
    : tickets_(std::move(tickets)) {
  std::vector<std::uint32_t> group_of(tickets_.size());
  for (std::uint32_t ticket = 0; ticket < tickets_.size(); ++ticket) {
    if (leaders[ticket] == ticket) {
      group_of[ticket] = static_cast<std::uint32_t>(groups_.size());
      groups_.push_back({.leader = ticket, .best = ticket, .newest = ticket, .members = {}});
    }
    TicketGroup& group = groups_[group_of[leaders[ticket]]];
    group.members.push_back(ticket);
    group.newest = ticket;
  }
  for (auto& group : groups_) choose_best(group);
  by_key_.resize(groups_.size());
  std::iota(by_key_.begin(), by_key_.end(), 0U);
  std::sort(by_key_.begin(), by_key_.end(), [&](auto a, auto b) {
    return tickets_[groups_[a].leader].key < tickets_[groups_[b].leader].key;
  });
}

// The answer that satisfied most; of equals, the newest: products change.
void TicketGroups::choose_best(TicketGroup& group) const {
  const auto satisfaction = [&](std::uint32_t ticket) {
    return tickets_[ticket].satisfaction.value_or(kUnsaid);
  };
  for (const auto member : group.members)
    if (satisfaction(member) >= satisfaction(group.best)) group.best = member;
}

const TicketGroup* TicketGroups::find(std::string_view leader) const {
  const auto key_of = [&](std::uint32_t group) -> std::string_view {
    return tickets_[groups_[group].leader].key;
  };
  const auto place = std::lower_bound(by_key_.begin(), by_key_.end(), leader,
                                      [&](auto group, auto key) { return key_of(group) < key; });
  return place != by_key_.end() && key_of(*place) == leader ? &groups_[*place] : nullptr;
}

std::string_view TicketGroups::topic_of(const TicketGroup& group) const {
  std::map<std::string_view, std::size_t> counts;
  for (const auto member : group.members)
    if (const auto& topic = tickets_[member].topic; !topic.empty()) ++counts[topic];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::string_view() : most->first;
}

std::string TicketGroups::encode() const {
  std::vector<std::uint32_t> leaders(tickets_.size());
  for (const auto& group : groups_)
    for (const auto member : group.members) leaders[member] = group.leader;
  ByteWriter out;
  out.number(tickets_.size());
  for (std::size_t i = 0; i < tickets_.size(); ++i) {
    const auto& ticket = tickets_[i];
    out.text(ticket.key);
    out.number(zigzag(seconds_of(ticket.created)));
    out.text(ticket.topic);
    out.number(ticket.satisfaction ? static_cast<std::uint64_t>(*ticket.satisfaction) + 1 : 0);
    out.number(ticket.texts);
    out.number(i - leaders[i]);
  }
  return out.take();
}

Result<TicketGroups> TicketGroups::decode(std::string_view bytes) {
  const auto damaged = [] {
    return fail("the groups of tickets are damaged", {}, "rebuild with kb-index build --full");
  };
  ByteReader in(bytes);
  std::vector<GroupedTicket> tickets(in.count());
  std::vector<std::uint32_t> leaders(tickets.size());
  for (std::size_t i = 0; i < tickets.size(); ++i) {
    auto& ticket = tickets[i];
    ticket.key = in.text();
    ticket.created = Time(std::chrono::seconds(unzigzag(in.number())));
    ticket.topic = in.text();
    if (const auto said = in.number(); said > 0) ticket.satisfaction = static_cast<int>(said - 1);
    ticket.texts = in.number();
    const auto back = in.number();
    if (!in.ok() || back > i) return damaged();
    leaders[i] = static_cast<std::uint32_t>(i - back);
    if (leaders[leaders[i]] != leaders[i]) return damaged();
  }
  if (!in.ok() || !in.at_end()) return damaged();
  return TicketGroups(std::move(tickets), leaders);
}

TicketGroups group_tickets(std::vector<GroupedTicket> tickets,
                           std::vector<QuestionSketch> sketches) {
  std::vector<std::uint32_t> order(tickets.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](auto a, auto b) { return is_earlier(tickets[a], tickets[b]); });
  std::vector<GroupedTicket> in_order;
  std::vector<QuestionSketch> sketches_in_order;
  for (const auto place : order) {
    in_order.push_back(std::move(tickets[place]));
    sketches_in_order.push_back(std::move(sketches[place]));
  }
  Leaders found(sketches_in_order);
  std::vector<std::uint32_t> leaders(in_order.size());
  for (std::uint32_t ticket = 0; ticket < leaders.size(); ++ticket) {
    const auto leader = found.leader_of(ticket);
    leaders[ticket] = leader.value_or(ticket);
    if (!leader) found.add(ticket);
  }
  return {std::move(in_order), leaders};
}

}  // namespace kb::index
