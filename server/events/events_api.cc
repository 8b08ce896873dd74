#include "server/events/events_api.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "core/base/secrets.h"
#include "server/events/event_batch.h"
#include "server/events/events.h"
#include "server/events/robot.h"
#include "server/http/field_value.h"
#include "server/json_writer.h"

namespace kb {
namespace {

using index::Generation;

constexpr std::size_t kLargestBatch = 256 * 1024;  // bytes
constexpr std::string_view kFormPurpose = "form";

// Beacons come as plain text, since that needs no leave of another site.
bool is_json(std::string_view content_type) {
  const auto type = http::trim_blanks(content_type.substr(0, content_type.find(';')));
  return type.empty() || http::equals_ignoring_case(type, "application/json") ||
         http::equals_ignoring_case(type, "text/plain");
}

EventFacts facts_of(const HelpCenter& center, const Generation& generation) {
  const Events& events = *center.events;
  return {.category_of = [&generation, now = center.clock.now()](
                             std::string_view object) -> std::optional<std::string> {
            const auto slash = object.find('/');
            if (slash == object.npos) return std::nullopt;
            const auto found = generation.find(std::string(object.substr(0, slash)),
                                               object.substr(slash + 1), Audience::everyone);
            if (!found || !found->row->alive(now)) return std::nullopt;
            return found->row->category;
          },
          .is_query_id = [&events](std::string_view id) { return events.is_query_id(id); },
          .form_of =
              [&events](std::string_view token) {
                const auto form = events.unseal(kFormPurpose, token);
                const auto opening = nlohmann::json::parse(form.value_or(""), nullptr, false);
                const auto id = opening.is_object() ? opening.find("id") : opening.end();
                return id != opening.end() && id->is_string() ? id->get<std::string>()
                                                              : std::string();
              },
          .redacted = [&events](std::string_view note,
                                const std::string& lang) { return events.redacted(note, lang); }};
}

http::Response accepted(std::size_t events, const std::vector<SentBatch::Rejected>& rejected,
                        bool known) {
  JsonWriter out;
  out.begin('{');
  out.member("accepted", events);
  out.key("rejected");
  out.begin('[');
  for (const auto& [index, reason] : rejected) {
    out.begin('{');
    out.member("index", index);
    out.member("reason", rejection_name(reason));
    out.end('}');
  }
  out.end(']');
  out.member("known", known);
  out.end('}');
  return {.status = 202,
          .content_type = "application/json",
          .body = out.take(),
          .cache_control = "no-store"};
}

http::Response try_again(int status, const std::string& seconds, std::string detail) {
  auto response = http::problem(status, std::move(detail));
  response.headers.push_back({"Retry-After", seconds});
  return response;
}

http::Response answer_once_kept(Events& events, store::EventBatch batch,
                                std::vector<SentBatch::Rejected> rejected) {
  http::Response response;
  // Shared, since what a std::function holds must be copyable; it is called once.
  const auto kept = std::make_shared<store::EventBatch>(std::move(batch));
  response.later = [&events, kept, rejected = std::move(rejected)](http::LateReply reply) {
    const auto count = kept->events.size();
    events.put(std::move(*kept),
               [count, rejected, reply = std::move(reply)](store::EventLog::Outcome outcome) {
                 using Outcome = store::EventLog::Outcome;
                 if (outcome == Outcome::dropped)
                   return reply(try_again(503, "30", "Events cannot be kept right now."));
                 reply(accepted(count, rejected, outcome == Outcome::known));
               });
  };
  return response;
}

}  // namespace

http::Response answer_events(const HelpCenter& center, const http::Request& request) {
  if (!center.events) return http::problem(404, "Nothing is noted here.");
  Events& events = *center.events;
  if (!is_json(request.header("Content-Type")))
    return http::problem(415, "Send the events as application/json or text/plain.");
  if (request.body.size() > kLargestBatch)
    return http::problem(413, "A batch may have " + std::to_string(kLargestBatch) + " bytes.");
  const auto generation = center.searchers.generation();
  if (!generation) return try_again(503, "10", "The index has not been published yet.");
  auto sent = read_event_batch(request.body, facts_of(center, *generation));
  if (!sent) return http::problem(400, to_line(sent.error()) + ".");
  const bool by_robot = is_automatic(request);
  events.count_sent(*sent, by_robot);
  if (by_robot) return accepted(0, sent->rejected, false);
  if (!events.allows_batch(request, sent->events.size()))
    return try_again(429, "60", "So many events in a minute are no person's.");

  store::EventBatch batch{sent->id.empty() ? random_token() : std::move(sent->id), {}};
  const auto sender = events.sender_of(request);
  const Time now = center.clock.now();
  batch.events.reserve(sent->events.size());
  for (auto& [event, ago] : sent->events) {
    events.attribute(sender, now - ago, event);
    batch.events.push_back(std::move(event));
  }
  if (batch.events.empty()) return accepted(0, sent->rejected, false);
  return answer_once_kept(events, std::move(batch), std::move(sent->rejected));
}

}  // namespace kb
