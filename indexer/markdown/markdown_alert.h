// GitHub's admonitions: a quote that begins with `[!NOTE]`, perhaps with a title after it.
//
//   > [!WARNING] Before you start
//   > Export your data.                 -> kind "warning", title "Before you start"
//
// A pure function on the events of a quote, thread-safe.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/markdown/markdown_events.h"

namespace kb {

struct MarkdownAlert {
  std::string kind;                // in lower case: note, tip, important, warning, caution
  std::string title;               // may be empty
  std::size_t last_event = 0;      // of the line with the mark
  bool paragraph_goes_on = false;  // its paragraph has more lines
};

// The alert that the quote entered at event `quote` is; nullopt if it is just a quote.
std::optional<MarkdownAlert> read_alert(const MarkdownEvents& events, std::size_t quote);

}  // namespace kb
