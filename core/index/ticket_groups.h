// Which resolved tickets ask the same: one entry of the index for all of them.
//
//   TicketGroups groups = group_tickets(tickets, sketches);   // when a database is written
//   Result<TicketGroups> groups = TicketGroups::decode(bytes);
//   const TicketGroup* group = groups->find("zendesk/17");    // by its leader, the entry's id
//   group->members.size()                                     // asked so many times
//   groups->tickets()[group->best]                            // whose answer is shown
//
// The tickets are gone through from the earliest on: each joins the earliest leader whose question
// is a near duplicate of its own (question_sketch.h), or becomes a leader. So all members are like
// their leader, chains do not form, and the same tickets make the same groups in whatever order
// they came. Thread-safe once made; decode fails on damaged bytes.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/index/question_sketch.h"

namespace kb::index {

inline constexpr const char* kTicketGroupsFile = "tickets.groups";

// What is known of a ticket besides its texts.
struct GroupedTicket {
  std::string key;  // to_key(ticket)
  Time created;
  std::string topic;                // may be empty
  std::optional<int> satisfaction;  // 1 to 5
  std::uint64_t texts = 0;          // hash of subject, question and answer

  bool operator==(const GroupedTicket&) const = default;
};

// The order of grouping: the earliest first.
inline bool is_earlier(const GroupedTicket& a, const GroupedTicket& b) {
  return a.created != b.created ? a.created < b.created : a.key < b.key;
}

// Numbers are into TicketGroups::tickets().
struct TicketGroup {
  std::uint32_t leader = 0;  // the earliest
  std::uint32_t best = 0;    // the one whose answer is shown
  std::uint32_t newest = 0;
  std::vector<std::uint32_t> members;  // all, the leader first, in time's order

  bool operator==(const TicketGroup&) const = default;
};

class TicketGroups {
 public:
  TicketGroups() = default;

  // `leaders`: of each ticket the number of its leader, its own if it is one. The tickets are in
  // the order of is_earlier.
  TicketGroups(std::vector<GroupedTicket> tickets, std::span<const std::uint32_t> leaders);

  static Result<TicketGroups> decode(std::string_view bytes);
  std::string encode() const;

  const std::vector<GroupedTicket>& tickets() const { return tickets_; }
  const std::vector<TicketGroup>& groups() const { return groups_; }

  // By the key of its leader; null: there is none.
  const TicketGroup* find(std::string_view leader) const;

  // The topic that most members have, of equals the first by alphabet; empty: none has one.
  std::string_view topic_of(const TicketGroup& group) const;

 private:
  void choose_best(TicketGroup& group) const;

  std::vector<GroupedTicket> tickets_;
  std::vector<TicketGroup> groups_;    // in their leaders' order
  std::vector<std::uint32_t> by_key_;  // groups, by the key of the leader
};

// `tickets` and `sketches` belong together, place by place, in any order.
TicketGroups group_tickets(std::vector<GroupedTicket> tickets,
                           std::vector<QuestionSketch> sketches);

}  // namespace kb::index
