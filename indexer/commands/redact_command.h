// kb-index redact: takes personal data and secrets out of a text.
//
//   kb-index redact --lang pl < ticket.txt > redacted.txt
//
// Reads standard input whole (64 MB at most). Without --lang, the language is the text's own, where
// it can be told. --json prints {"text", "counts"}. Exit status as in command_line.h.

#pragma once

#include <istream>
#include <string>

#include "core/base/config.h"
#include "core/base/result.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`; it reads `input`.
void add_redact_command(CLI::App& app, const Environment& environment, std::istream& input,
                        int& status);

// The whole of `input`; an Error if that is more than `most` bytes or cannot be read.
Result<std::string> read_whole(std::istream& input, std::size_t most);

}  // namespace kb
