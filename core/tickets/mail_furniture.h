// A message without what stands around it: quoted replies, signature, legal footer, greeting, and
// an agent's opening thanks.
//
//   without_furniture("Hi Ana,\n\nmy hub is offline.\n\nBest regards,\nTom", Side::customer)
//       -> "my hub is offline."
//
// In en, de, pl, ru, ro, it, fr and es, all at once: people mix them. Never leaves nothing of a
// message that says something. Plain text in, plain text out. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb::tickets {

enum class Side { customer, agent };

std::string without_furniture(std::string_view message, Side side);

}  // namespace kb::tickets
