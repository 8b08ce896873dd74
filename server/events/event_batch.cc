#include "server/events/event_batch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "server/events/product_page.h"

namespace kb {
namespace {

using nlohmann::json;
using store::Action;
using store::Event;

constexpr std::size_t kLongestBatchId = 64;
constexpr std::size_t kLongestObject = 500;
constexpr std::size_t kLongestForm = 2'000;  // of a sealed token
constexpr std::size_t kLongestNote = 1'000;
constexpr std::size_t kLongestFrom = 2'000;
constexpr std::chrono::hours kLongestAgo{1};  // what waited longer in a browser is as of then
constexpr std::int64_t kLastClicked = 1'000;
constexpr std::int64_t kLongestDwell = 4 * 3600;  // seconds
constexpr std::int64_t kPointAfter = 20;          // seconds: read, not just seen
constexpr std::int64_t kLeastAtEnd = 5;           // seconds: short articles end in sight
constexpr std::int64_t kPointDepth = 90;          // percent: the end, but for what follows it

constexpr std::array<std::string_view, kRejections> kReasons = {
    "shape", "action", "object", "query_id", "form", "number", "value"};
constexpr std::array<std::string_view, 4> kMissing = {"outdated", "unclear", "not_my_case",
                                                      "wrong_language"};

struct Scale {
  std::string_view name;
  std::int64_t highest;
};
constexpr std::array kScales = {Scale{"satisfaction", 5}, Scale{"effort", 7}, Scale{"value", 7},
                                Scale{"confidence", 7}};

using Checked = tl::expected<void, Rejection>;
tl::unexpected<Rejection> rejected(Rejection reason) {
  return tl::unexpected<Rejection>(reason);
}

const json& member(const json& object, const char* name) {
  static const json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(name);
  return found == object.end() ? nothing : *found;
}

// "" where there is none; nothing where it is no text or too long.
std::optional<std::string_view> short_text(const json& value, std::size_t longest) {
  if (value.is_null()) return std::string_view();
  if (!value.is_string()) return std::nullopt;
  const std::string_view text = value.get_ref<const std::string&>();
  if (text.size() > longest) return std::nullopt;
  return text;
}

// Browsers measure in fractions.
std::optional<std::int64_t> number(const json& value, std::int64_t low, std::int64_t high) {
  if (!value.is_number()) return std::nullopt;
  const auto number = value.get<double>();
  if (!(number >= static_cast<double>(low) && number <= static_cast<double>(high)))
    return std::nullopt;
  return static_cast<std::int64_t>(std::floor(number));
}

// Milliseconds since 1970, as a number or in words; nothing where none is told.
std::optional<std::int64_t> milliseconds(const json& value) {
  constexpr double kEnd = 253'402'300'800'000.0;  // the year 10000
  if (value.is_number()) {
    const auto number = value.get<double>();
    if (std::abs(number) < kEnd) return static_cast<std::int64_t>(number);
  }
  if (!value.is_string()) return std::nullopt;
  const auto time = parse_time(value.get_ref<const std::string&>());
  if (!time) return std::nullopt;
  return time->time_since_epoch().count() * 1000;
}

class EventReader {
 public:
  EventReader(const json& sent, const EventFacts& facts)
      : sent_(sent), attributes_(member(sent, "event_attributes")), facts_(facts) {}

  tl::expected<Event, Rejection> read() {
    const auto name = short_text(member(sent_, "action_name"), kLongestBatchId);
    if (!sent_.is_object() || !name) return rejected(Rejection::shape);
    const auto action = store::parse_action(*name);
    if (!action) return rejected(Rejection::action);
    event_.action = *action;
    if (auto query = read_query(); !query) return rejected(query.error());
    if (auto rest = read_rest(); !rest) return rejected(rest.error());
    return std::move(event_);
  }

 private:
  Checked read_rest() {
    switch (event_.action) {
      case Action::page_viewed:
        event_.outcome = "product";
        return read_object();
      case Action::clicked:
        return all(
            {&EventReader::read_object, &EventReader::read_position, &EventReader::read_from});
      case Action::read:
        return all({&EventReader::read_object, &EventReader::read_dwell});
      case Action::voted:
        return all({&EventReader::read_object, &EventReader::read_vote});
      case Action::surveyed:
        return read_survey();
      case Action::suggestion_shown:
      case Action::suggestion_clicked:
        return all(
            {&EventReader::read_object, &EventReader::read_position, &EventReader::read_form});
      case Action::contact_solved:
        return all({&EventReader::read_object, &EventReader::read_form});
      default:
        return rejected(Rejection::action);  // the server sees it itself
    }
  }

  Checked all(std::initializer_list<Checked (EventReader::*)()> parts) {
    for (const auto part : parts)
      if (auto done = (this->*part)(); !done) return done;
    return {};
  }

  Checked read_query() {
    const auto id = short_text(member(sent_, "query_id"), kLongestBatchId);
    if (!id) return rejected(Rejection::query);
    if (!id->empty() && !facts_.is_query_id(*id)) return rejected(Rejection::query);
    event_.query_id = *id;
    return {};
  }

  Checked read_object() {
    const auto object =
        short_text(member(member(attributes_, "object"), "object_id"), kLongestObject);
    if (!object || object->empty()) return rejected(Rejection::object);
    auto category = facts_.category_of(*object);
    if (!category) return rejected(Rejection::object);
    event_.object = *object;
    event_.lang = object->substr(0, object->find('/'));
    event_.category = std::move(*category);
    return {};
  }

  Checked read_position() {
    const auto& ordinal = member(member(attributes_, "position"), "ordinal");
    if (ordinal.is_null()) return {};
    const auto position = number(ordinal, 1, kLastClicked);
    if (!position) return rejected(Rejection::number);
    event_.position = *position;
    return {};
  }

  // The product's page that they searched from.
  Checked read_from() {
    const auto from = short_text(member(attributes_, "from"), kLongestFrom);
    if (!from) return rejected(Rejection::value);
    event_.detail = click_detail(product_page(*from));
    return {};
  }

  Checked read_dwell() {
    const auto seconds = number(member(attributes_, "dwell"), 0, kLongestDwell);
    if (!seconds) return rejected(Rejection::number);
    event_.value = *seconds;
    const auto& scrolled = member(member(attributes_, "position"), "scroll_depth");
    const auto depth =
        scrolled.is_null() ? std::optional<std::int64_t>(0) : number(scrolled, 0, 100);
    if (!depth) return rejected(Rejection::number);
    const bool at_end = *depth >= kPointDepth && *seconds >= kLeastAtEnd;
    if (*seconds >= kPointAfter || at_end) event_.outcome = "point";
    if (*depth > 0) event_.detail = json{{"scroll_depth", *depth}}.dump();
    return {};
  }

  Checked read_vote() {
    const auto vote = short_text(member(attributes_, "vote"), kLongestBatchId);
    if (!vote || (*vote != "yes" && *vote != "no")) return rejected(Rejection::value);
    event_.outcome = *vote;
    const auto reason = short_text(member(attributes_, "reason"), kLongestBatchId);
    const auto note = short_text(member(attributes_, "note"), kLongestNote);
    if (!reason || !note) return rejected(Rejection::value);
    if (!reason->empty() && std::ranges::find(kMissing, *reason) == kMissing.end())
      return rejected(Rejection::value);
    json detail = json::object();
    if (!reason->empty()) detail["reason"] = *reason;
    if (!note->empty()) detail["note"] = facts_.redacted(*note, event_.lang);
    if (!detail.empty())
      event_.detail = detail.dump(-1, ' ', false, json::error_handler_t::replace);
    return {};
  }

  // About an article, or about the contact with the team: then there is no object.
  Checked read_survey() {
    const auto name = short_text(member(attributes_, "scale"), kLongestBatchId);
    if (!name) return rejected(Rejection::value);
    const auto scale = std::ranges::find(kScales, *name, &Scale::name);
    if (scale == kScales.end()) return rejected(Rejection::value);
    event_.outcome = scale->name;
    const auto mark = number(member(attributes_, "mark"), 0, scale->highest);
    if (!mark) return rejected(Rejection::number);
    event_.value = *mark;
    return member(attributes_, "object").is_null() ? Checked() : read_object();
  }

  Checked read_form() {
    const auto token = short_text(member(attributes_, "form"), kLongestForm);
    if (!token) return rejected(Rejection::form);
    event_.form = facts_.form_of(*token);
    return event_.form.empty() ? Checked(rejected(Rejection::form)) : Checked();
  }

  const json& sent_;
  const json& attributes_;
  const EventFacts& facts_;
  Event event_;
};

bool is_batch_id(std::string_view id) {
  return std::ranges::all_of(id, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
  });
}

// {batch_id, events: […]}, a list, or one event alone.
const json* events_of(const json& body) {
  if (body.is_array()) return &body;
  const auto& events = member(body, "events");
  return events.is_array() ? &events : nullptr;
}

}  // namespace

std::string_view rejection_name(Rejection reason) {
  return kReasons.at(static_cast<std::size_t>(reason));
}

Result<SentBatch> read_event_batch(std::string_view body, const EventFacts& facts) {
  json sent = json::parse(body, nullptr, false);
  if (sent.is_object() && sent.contains("action_name")) sent = json::array({std::move(sent)});
  const json* events = events_of(sent);
  if (!events)
    return fail("the body is no batch of events", {},
                R"(send {"batch_id": "…", "events": […]} or one event, as JSON)");
  if (events->size() > kMostEventsInBatch)
    return fail("the batch has too many events", {},
                "send at most " + std::to_string(kMostEventsInBatch) + " at a time");
  const auto id = short_text(member(sent, "batch_id"), kLongestBatchId);
  if (!id || !is_batch_id(*id))
    return fail("`batch_id` is no name for a batch", {},
                "make it up to 64 letters, digits, - and _, such as a random UUID");

  SentBatch batch{.id = std::string(*id), .events = {}, .rejected = {}};
  std::optional<std::int64_t> newest;
  for (const auto& each : *events)
    if (const auto time = milliseconds(member(each, "timestamp")))
      newest = std::max(newest.value_or(*time), *time);
  for (std::size_t i = 0; i < events->size(); ++i) {
    auto event = EventReader((*events)[i], facts).read();
    if (!event) {
      batch.rejected.push_back({i, event.error()});
      continue;
    }
    const auto time = milliseconds(member((*events)[i], "timestamp"));
    const std::chrono::milliseconds ago(time && newest ? *newest - *time : 0);
    batch.events.push_back(
        {std::move(*event), std::min<std::chrono::seconds>(
                                std::chrono::floor<std::chrono::seconds>(ago), kLongestAgo)});
  }
  return batch;
}

}  // namespace kb
