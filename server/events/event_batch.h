// What a browser or a product tells, as JSON in the shape of OpenSearch's User Behavior Insights,
// held against what there is and turned into events.
//
//   auto batch = read_event_batch(request.body, facts);
//   if (!batch) return http::problem(…);            // no JSON, no list, too many
//   batch->events                                   // what may be kept, in their order
//   batch->rejected                                 // {{3, Rejection::object}}: of the 4th event
//
// Only what a browser can know is taken: read, voted, surveyed, clicked, page_viewed, and
// suggestions shown, clicked, and that one solved it. Articles must be there, query ids and forms
// be ours, numbers within their range. Times are taken as they differ from the newest of the batch,
// never as they are: a clock that is years off harms nothing. Pure but for `facts`, so as
// thread-safe as it.

#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/store/event.h"

namespace kb {

inline constexpr std::size_t kMostEventsInBatch = 500;

enum class Rejection { shape, action, object, query, form, number, value };
inline constexpr std::size_t kRejections = 7;
std::string_view rejection_name(Rejection reason);  // "object"

// What events are held against.
struct EventFacts {
  // The category of "pl/billing/refund"; nothing where there is no such article for everyone.
  std::function<std::optional<std::string>(std::string_view object)> category_of;
  std::function<bool(std::string_view query_id)> is_query_id;
  // The id of the form's opening that a token stands for; empty: it is not ours.
  std::function<std::string(std::string_view token)> form_of;
  std::function<std::string(std::string_view note, const std::string& lang)> redacted;
};

struct SentEvent {
  store::Event event;        // without when and who
  std::chrono::seconds ago;  // before the newest of its batch
};

struct SentBatch {
  struct Rejected {
    std::size_t index;
    Rejection reason;

    bool operator==(const Rejected&) const = default;
  };

  std::string id;  // empty: none was given
  std::vector<SentEvent> events;
  std::vector<Rejected> rejected;
};

// Fails where the body as a whole is none: `what` says why, for a 400.
Result<SentBatch> read_event_batch(std::string_view body, const EventFacts& facts);

}  // namespace kb
