// What became of events, for the operator's monitoring: lines that /metrics ends with.
//
//   metrics.text() + event_metrics(center.events)
//   // answerwell_events_total{outcome="stored"} 1042 …
//
// Labels are outcomes and reasons, never what people typed. Pure but for the counts, thread-safe.

#pragma once

#include <string>

namespace kb {

class Events;

std::string event_metrics(Events* events);  // null: nothing

}  // namespace kb
