// A Markdown file made from tickets or a gap: front matter that says where it comes from, then the
// text.
//
//   markdown_file({.title = "Where is my parcel?", .category = "delivery", .updated = now,
//                  .owner = "ana", .origin = {.ticket = "zendesk/1042", .asked = 80,
//                                             .approved_by = {"ana"}}},
//                 "On its way.\n")
//
// Whatever a value holds, it stays that value: it can neither end the front matter nor add a key.
// Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace kb {

struct TicketOrigin {
  std::string ticket;  // "zendesk/1042"
  std::size_t asked = 1;
  std::vector<std::string> approved_by = {};
};

struct FileFacts {
  std::string title = {};
  std::string category = {};  // empty: by its folder
  std::vector<std::string> keywords = {};
  Time updated;
  std::string owner;
  bool draft = false;
  std::string merge_into =
      {};  // the article that a draft is to become part of: "en/billing/refund"
  std::string source_revision = {};  // of the original that a translation is to be made from
  TicketOrigin origin = {};          // without a ticket: none
};

std::string markdown_file(const FileFacts& facts, std::string_view body);

// Plain text as Markdown that shows it as it is: nothing in it is a list, a link or a box.
std::string plain_markdown(std::string_view text);

// The same, as a quotation; empty of an empty text.
std::string quoted_markdown(std::string_view text);

}  // namespace kb
