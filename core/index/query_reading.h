// A typed text as one language's index can answer it: its words, what the team knows of them
// (vocabulary_match.h), and look-alikes (look_alikes.h) of those the index does not have.
//
//   Query query = read_query("wifi adress", handle, LookAlikes::beside_known_words);
//   query.alternatives[0].why     // "synonym: wifi -> wireless network (synonyms.yaml:5)"
//
// Never fails. As thread-safe as the handle.

#pragma once

#include <string_view>

#include "core/index/language_handle.h"
#include "core/index/message_words.h"

namespace kb::index {

enum class LookAlikes {
  none,
  beside_known_words,  // where some word of the text is known
  alone,               // also where none is: the last thing to try
};

Query read_query(std::string_view text, LanguageHandle& handle, LookAlikes look_alikes);

// The most telling words of a message, by how few of the articles have them.
Query read_message(const Message& message, LanguageHandle& handle);

}  // namespace kb::index
