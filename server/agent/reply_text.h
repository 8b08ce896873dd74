// The text of an article's passage as an agent pastes it into a reply: plain text, a blank line
// between paragraphs.
//
//   reply_text(record, "how-long")   // that section, and those below it with their headings
//   reply_text(record, "")           // what stands before the first heading; else the first
//   section
//
// Of the customers' version: what is for agents only is not in it. At most kLongestReply bytes, cut
// between words. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/index/record.h"

namespace kb {

inline constexpr std::size_t kLongestReply = 4000;

std::string reply_text(const index::Record& record, std::string_view anchor);

}  // namespace kb
