#include "server/contact/program_event.h"

#include "core/base/secrets.h"

namespace kb {

void note_of_program(Events& events, const Clock& clock, store::Event event) {
  event.at = clock.now();
  event.day = events.calendar().day_of(event.at);
  events.put({random_token(), {std::move(event)}}, {});
}

}  // namespace kb
