// What visitors do, written down: who asks becomes the hash of a day, texts are redacted, robots
// are left out, the team's own use is kept apart.
//
//   center.events->note(request, {.action = Action::searched, .query_id = id, .lang = "pl",
//                                 .text = query, .outcome = "none"});      // never waits
//   Trail trail = center.events->trail_of(request);
//   std::string token = center.events->seal("form", json);      // unseal("form", token)
//
// Each of them does without the store: what it cannot take waits in the log (core/store/
// event_log.h), and keys are those of this process until the store's are read. Nothing here fails a
// page. Who asks not to be tracked (DNT, Sec-GPC) is counted without text, query id, form, visitor
// or customer. Who sends no User-Agent is a robot (robot.h). Thread-safe.

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/redact/redactor.h"
#include "core/store/event.h"
#include "core/store/event_log.h"
#include "core/text/calendar.h"
#include "server/events/event_batch.h"
#include "server/events/trail.h"
#include "server/http/message.h"

namespace kb {

class Events {
 public:
  struct Parts {
    const Config& config;
    const Clock& clock;
    std::filesystem::path spool;  // a folder for what the store cannot take yet
    std::function<void(const Error&)> problem;
  };
  // An unknown time zone or a bad redaction pattern is an Error.
  static Result<std::unique_ptr<Events>> create(Parts parts);
  ~Events();

  void opened(store::Store& store);  // which outlives this

  // Fills in when, who, whether it was the team, and redacts the text; robots' events and, of those
  // who ask not to be tracked, all but the count go nowhere. Of `event` the action's own members
  // are read. The same click (visitor, query, object) counts once.
  void note(const http::Request& request, store::Event event);

  // Who sends a request, as events keep it.
  struct Sender {
    std::int64_t visitor = 0;  // 0: asks not to be tracked
    store::Who who = store::Who::visitor;
  };
  Sender sender_of(const http::Request& request) const;
  // Dates and attributes an event as note() does, and takes out what may not be kept.
  void attribute(const Sender& sender, Time at, store::Event& event) const;

  // A batch that a browser or a product sent: checked and attributed already.
  void put(store::EventBatch batch, store::EventLog::Done done);
  // False: more than a visitor's, or an address's, events of this minute.
  bool allows_batch(const http::Request& request, std::size_t events);
  void count_sent(const SentBatch& batch, bool by_robot);

  // "q7f3…": given to each search, known again for a day; forged ones are not.
  std::string new_query_id() const;
  bool is_query_id(std::string_view id) const;

  // From the parameter `t`, else, of a form, its field `t`. Forged, changed or old: empty.
  Trail trail_of(const http::Request& request) const;
  Trail trail_of(std::string_view token) const;
  std::string seal(const Trail& trail) const;

  // Texts that come back from a browser as they went there. `purpose` keeps kinds apart.
  std::string seal(std::string_view purpose, std::string_view text) const;
  std::optional<std::string> unseal(std::string_view purpose, std::string_view token) const;

  std::string redacted(std::string_view text, const std::string& lang) const;
  std::int64_t visitor_of(const http::Request& request) const;  // 0: asks not to be tracked
  static bool asks_not_to_be_tracked(const http::Request& request);
  bool is_staff(const http::Request& request) const;  // somebody is logged in in that browser
  // Of an e-mail address, any case: the same as of imported tickets. "" while the store is away.
  std::string customer_of(std::string_view email) const;

  const text::Calendar& calendar() const;
  store::EventLog& log();  // all that was noted until now is in it

  struct Counts {  // of what was noted, since the start
    std::uint64_t noted = 0;
    std::uint64_t robots = 0;                              // left out, like the two below
    std::uint64_t too_many = 0;                            // more in a minute than a person makes
    std::uint64_t repeated = 0;                            // clicks that were counted before
    std::array<std::uint64_t, kRejections> rejected = {};  // of batches, by reason
  };
  Counts counts() const;

 private:
  class Impl;
  explicit Events(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb
