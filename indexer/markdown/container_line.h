// The line that opens or closes a container: `:::note Title`, `::::tip[Title]`, `:::`.
//
//   parse_container_line(":::video https://…")     -> colons 3, name "video", rest "https://…"
//   parse_container_line("::::")                   -> colons 4, closes
//
// Reads names leniently (`::: {.Agents}` is `agents`): a mistyped one must not show what it hides.
// A pure function on the line after its quote and list marks; views into it. Thread-safe.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kb {

struct ContainerLine {
  std::size_t colons = 0;
  bool closes = false;
  std::string name;       // in lower case
  std::string_view rest;  // after the name, trimmed

  bool is_agents() const { return name == "agents" || name == "agent"; }

  // "Title" of `Title`, `[Title]` and `{title="Title"}`; empty if there is none.
  std::string title() const;
};

std::optional<ContainerLine> parse_container_line(std::string_view content);

}  // namespace kb
