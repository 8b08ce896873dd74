// The entry of the index for a group of tickets that ask the same, as an article of two sections:
// what was asked, and the best answer to it.
//
//   Article entry = ticket_entry(leader, best);        // entry.id: "zendesk/17", the leader's key
//   PreparedArticle ready = prepare(entry, analyser);  // ready.row.title: shown_title(leader)
//
// The question is the leader's: who asked in nearly the same words asked the same. Pure,
// thread-safe.

#pragma once

#include <string>

#include "core/article/article.h"
#include "core/article/ticket.h"

namespace kb::index {

inline constexpr const char* kAnswerAnchor = "answer";  // of the section with the answer

// The subject as its title; without one there is none, so that no word counts twice.
Article ticket_entry(const Ticket& leader, const Ticket& best);

// The subject, else the first words of the question.
std::string shown_title(const Ticket& ticket);

// Changes whenever any text of the ticket does.
std::uint64_t texts_hash(const Ticket& ticket);

}  // namespace kb::index
