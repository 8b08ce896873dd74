// What a customer's message is about, in a few words: the most telling ones of up to some thousand.
//
//   MessageWords words = message_words({"Hub offline", "Hello, since this morning …"}, analyser,
//                                      [&](const text::WordForms& word) { return … });
//   words.telling[0].forms.surface       // at most kTellingWords, in the message's order
//
// `weigh` says how telling a word is where it is searched for; 0: it leads nowhere. A word of the
// subject counts twice, one that is repeated a little more each time. Beyond kLongestMessage bytes
// nothing is read. Nothing in a message has a meaning of its own: no quotes, no minus signs. Never
// fails; as thread-safe as the analyser.

#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "core/text/analyser.h"

namespace kb::index {

inline constexpr std::size_t kTellingWords = 24;
inline constexpr std::size_t kLongestMessage = 20'000;  // bytes

struct Message {
  std::string_view subject;  // may be empty
  std::string_view text;
};

struct TellingWord {
  text::WordForms forms;
  double weight = 0;  // as `weigh` says
};

struct MessageWords {
  std::vector<TellingWord> telling;
  std::vector<text::WordForms> all;  // the distinct ones, in order
  // Distinct ones that stand next to each other: places in `all`.
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
};

MessageWords message_words(const Message& message, text::Analyser& analyser,
                           const std::function<double(const text::WordForms&)>& weigh);

}  // namespace kb::index
