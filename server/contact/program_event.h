// Notes what a program tells of a customer: a helpdesk that answered, a product's own form. The
// request is that program's, so nothing of who sends it is the customer's.
//
//   note_of_program(*center.events, center.clock, {.action = store::Action::ticket_resolved,
//                                                  .value = 1042, .outcome = "team"});
//
// Never waits, never fails. Thread-safe.

#pragma once

#include "core/base/clock.h"
#include "core/store/event.h"
#include "server/events/events.h"

namespace kb {

void note_of_program(Events& events, const Clock& clock, store::Event event);

}  // namespace kb
