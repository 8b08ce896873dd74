// What an agent asks the console: a customer's message or a few words, and the ticket at hand.
//
//   Question question = read_question(staff, *generation);
//   question.lang            // "pl": chosen by the agent, else told from the text
//   question.is_message      // pasted rather than typed: searched by its most telling words
//
// Messages come by POST alone, so that they stand in no address and no log. Of a language that is
// detected, the variant that the help center has is taken ("pt-BR" for "pt"). Lives for one
// request.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/index/generation.h"
#include "server/agent/ticket_reference.h"
#include "server/staff_request.h"

namespace kb {

inline constexpr std::size_t kLongestQuestion = 20'000;  // characters

struct Question {
  std::string text;
  std::string written_ticket;             // as the agent wrote it
  std::optional<TicketReference> ticket;  // the same, read
  std::string lang;                       // canonical
  std::string chosen;                     // the language that the agent chose; empty: detect it
  bool detected = false;                  // `lang` was told from the text
  bool is_message = false;
  std::size_t length = 0;  // in characters

  bool too_long() const { return length > kLongestQuestion; }
};

// `generation`: null where there is no index yet.
Question read_question(const StaffRequest& staff, const index::Generation* generation);

// Of a text whose customer's language nobody told: detected, else `otherwise`.
std::string language_of(std::string_view text, const index::Generation* generation,
                        const std::string& otherwise);

bool looks_like_message(std::string_view text);
std::size_t count_characters(std::string_view text);

}  // namespace kb
