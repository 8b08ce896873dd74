// Takes off how a message begins: the greeting, and an agent's thanks for having written.
//
//   without_greeting("Hi Ana,\nmy hub is offline")                       -> "my hub is offline"
//   without_opening_thanks("Thank you for contacting us. Restart it.")   -> "Restart it."
//
// In en, de, pl, ru, ro, it, fr and es. "Hello my hub is offline" stays: no mark says where the
// greeting ends. A message that would be nothing stays. Pure, thread-safe.

#pragma once

#include <string_view>

namespace kb::tickets {

std::string_view without_greeting(std::string_view message);
std::string_view without_opening_thanks(std::string_view message);

}  // namespace kb::tickets
