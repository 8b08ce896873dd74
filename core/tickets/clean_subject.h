// A ticket's subject without what mail programs and helpdesks put before it.
//
//   clean_subject("Re: AW: [#1042] Fwd: Refund?  ")   -> "Refund?"
//   clean_subject("[Ticket #77] Odp: zwrot")          -> "zwrot"
//
// Never leaves nothing of a subject that says something. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb::tickets {

std::string clean_subject(std::string_view subject);

}  // namespace kb::tickets
