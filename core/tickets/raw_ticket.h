// A ticket as a helpdesk exports it: what each format's reader finds, before anything is cleaned,
// redacted or left out (intake.h).
//
//   RawTicket raw{.where = "export.jsonl:42", .id = "1042", .subject = "Re: refund?"};
//   raw.messages.push_back({.from = Author::customer, .text = "Hi, where is my money?"});
//
// Holds personal data: it never leaves the program that reads it. Texts are UTF-8 or mended to be
// (intake.h). Plain values, so as thread-safe as any.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/article/ticket.h"
#include "core/base/clock.h"

namespace kb::tickets {

enum class Author { customer, agent, system };

struct RawMessage {
  Author from = Author::customer;
  std::optional<Time> at;
  bool is_public = true;
  std::string text;
  bool is_html = false;
  std::string name;  // of the author; empty: not told
};

struct RawCustomer {
  std::string key;   // address, or the helpdesk's id
  std::string name;  // known so that it can be taken out of the texts
  std::string plan;
  std::optional<Time> renews;
  std::optional<Time> churned;
};

struct RawTicket {
  std::string where;   // "export.jsonl:42"
  std::string source;  // empty: what kb.yaml calls the source
  std::string id;
  std::string subject;
  std::string question;  // instead of what the messages say, where not empty
  std::string answer;    // likewise
  std::string status;    // in the helpdesk's words
  std::string type;      // likewise
  std::string lang;      // empty: the text tells
  std::string topic;
  std::vector<std::string> tags;
  std::optional<Time> created;
  std::optional<Time> first_response;
  std::optional<Time> solved;
  TicketStages waited;
  std::optional<int> replies;
  std::string channel;
  std::string team;
  RawCustomer customer;
  std::optional<int> satisfaction;   // 1 to 5
  std::vector<RawMessage> messages;  // in order of time
};

}  // namespace kb::tickets
