// Tickets that were asked about the same as a message, with the answers they got: for agents only.
//
//   Result<SimilarTickets> found = searcher.similar({.subject = "Hub offline", .text = message,
//                                                    .lang = "ro", .fallbacks = {"en"},
//                                                    .audience = Audience::agents});
//   found->tickets[0].answer, found->tickets[0].count
//   found->topics[0].topic                      // what the message is about, by their vote
//
// Each entry stands for all tickets that ask nearly the same (ticket_groups.h). The reader's
// language comes first, then the fallbacks; scores compare within a language. Throws Xapian::Error
// below the searcher (xapian_seam.h); as thread-safe as the handle.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/index/language_handle.h"
#include "core/index/topic_vote.h"

namespace kb::index {

struct SimilarRequest {
  std::string subject = {};  // counts twice; may be empty
  std::string text;          // as long as people write
  std::string lang = {};     // empty: all languages with tickets
  std::vector<std::string> fallbacks = {};
  std::size_t limit = 10;
  Audience audience = Audience::everyone;  // who asks: an Error, but for agents and writers
};

struct SimilarTicket {
  std::string id;  // of the entry: the key of the earliest ticket
  std::string lang;
  std::string title;
  std::string topic;
  double score = 0;          // question_evidence.h: from 0; about 1: all of it
  std::string snippet_html;  // of the question or the answer, where more of the message is
  bool in_answer = false;    // the snippet is of the answer
  std::string question;
  std::string answer;               // the best one
  std::string best;                 // the key of the ticket that it is from
  std::optional<int> satisfaction;  // with it
  std::size_t count = 1;            // tickets that ask this
  Time newest;
  bool fallback = false;  // not in the reader's language
};

struct SimilarTickets {
  std::vector<SimilarTicket> tickets;
  std::vector<TopicShare> topics;  // of the first language that has any, best first
};

// Of one language: `handle` is of its tickets' database.
Result<SimilarTickets> similar_tickets(const Generation& generation, LanguageHandle& handle,
                                       const SimilarRequest& request);

}  // namespace kb::index
