#include "server/events/events.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "core/base/secrets.h"
#include "core/text/normal_form.h"
#include "server/events/note_queue.h"
#include "server/events/query_id.h"
#include "server/events/recent_clicks.h"
#include "server/events/robot.h"
#include "server/events/store_keys.h"
#include "server/events/visitor.h"
#include "server/events/visitor_pace.h"
#include "server/form.h"
#include "server/http/trusted_proxies.h"
#include "server/login/session_cookie.h"

namespace kb {
namespace {

using store::Action;
using store::Event;

constexpr int kMostNotesAMinute = 120;            // of a visitor: more than a person makes
constexpr int kMostSentAMinute = 1'000;           // of a browser: two full batches
constexpr std::size_t kLongestText = 200;         // bytes of a query, as figures keep them
constexpr std::size_t kLongestToken = 8 * 1024;   // more than a request's address holds
constexpr std::size_t kLongestTrailJson = 1'200;  // bytes: each link of a page carries it
constexpr std::string_view kTrailPurpose = "trail";

std::string key_for(std::string_view purpose, const std::string& key) {
  return std::string(purpose) + ":" + key;
}

bool is_of_contact(Action action) {
  return action >= Action::contact_opened && action <= Action::ticket_resolved;
}

// Tied to nobody and to no other event.
void unlink(Event& event) {
  event.visitor = 0;
  event.text.clear();
  event.query_id.clear();
  event.form.clear();
  event.customer.clear();
  event.detail.clear();
  if (!is_of_contact(event.action)) return;
  event.object.clear();
  event.value = 0;
}

// One space between words, none around them, letters composed.
std::string tidy(std::string_view text) {
  std::string tidied;
  for (const char c : text::nfc(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool blank = byte <= ' ' || byte == 0x7F;  // PostgreSQL takes no NUL
    if (!blank)
      tidied += c;
    else if (!tidied.empty() && tidied.back() != ' ')
      tidied += ' ';
  }
  if (tidied.ends_with(' ')) tidied.pop_back();
  return tidied;
}

}  // namespace

class Events::Impl {
 public:
  Impl(Parts& parts, text::Calendar calendar, redact::Redactor redactor,
       http::TrustedProxies proxies)
      : clock_(parts.clock),
        calendar_(std::move(calendar)),
        redactor_(std::move(redactor)),
        proxies_(std::move(proxies)),
        proxy_user_header_(parts.config.login.proxy_user_header),
        keys_(parts.problem),
        log_({.spool = std::move(parts.spool), .problem = parts.problem}),
        notes_(log_) {}

  void opened(store::Store& store) {
    keys_.attach(store, calendar_.day_of(clock_.now()));
    log_.attach(store);
  }

  void note(const http::Request& request, Event event) {
    if (is_automatic(request)) return count(robots_);
    const auto sender = sender_of(request);
    const Time now = clock_.now();
    if (sender.visitor != 0 && !pace_.allows(sender.visitor, now)) return count(too_many_);
    attribute(sender, now, event);
    if (!is_new_click(event)) return count(repeated_);
    count(noted_);
    notes_.add(std::move(event));
  }

  Sender sender_of(const http::Request& request) {
    return {visitor_of(request), is_staff(request) ? store::Who::staff : store::Who::visitor};
  }

  void attribute(const Sender& sender, Time at, Event& event) const {
    event.at = at;
    event.day = calendar_.day_of(at);
    event.who = sender.who;
    event.visitor = sender.visitor;
    if (sender.visitor == 0)
      unlink(event);
    else
      event.text = kept_text(event.text, event.lang);
  }

  void count_sent(const SentBatch& batch, bool by_robot) {
    if (by_robot) robots_ += batch.events.size();
    for (const auto& each : batch.rejected)
      count(rejected_.at(static_cast<std::size_t>(each.reason)));
  }

  // By address, so that it also holds for who asks not to be tracked; forgotten within a minute.
  bool allows_batch(const http::Request& request, std::size_t events) {
    const auto sender =
        visitor_number(process_salt_, request.client_address, request.header("User-Agent"));
    return batch_pace_.allows(sender, clock_.now(), static_cast<int>(events));
  }

  void put(store::EventBatch batch, store::EventLog::Done done) {
    log_.put(std::move(batch), std::move(done));
  }

  std::string new_query_id() const { return make_query_id(keys_.sealing().front(), clock_.now()); }

  bool is_ours(std::string_view query_id) const {
    const auto keys = keys_.sealing();
    return std::ranges::any_of(
        keys, [&](const auto& key) { return kb::is_query_id(key, query_id, clock_.now()); });
  }

  // The oldest steps give way where all would make an address too long.
  std::string seal_trail(Trail trail) const {
    if (trail.empty()) return {};
    if (trail.at == Time{}) trail.at = clock_.now();
    auto json = trail_json(trail);
    while (json.size() > kLongestTrailJson && !trail.steps.empty()) {
      trail.steps.erase(trail.steps.begin());
      json = trail_json(trail);
    }
    return seal(kTrailPurpose, json);
  }

  Trail trail_of(std::string_view token) const {
    const auto json = unseal(kTrailPurpose, token);
    if (!json) return {};
    auto trail = parse_trail(*json);
    if (!trail || clock_.now() - trail->at > kTrailLifetime) return {};
    return std::move(*trail);
  }

  std::string seal(std::string_view purpose, std::string_view text) const {
    return sealed(key_for(purpose, keys_.sealing().front()), text);
  }

  std::optional<std::string> unseal(std::string_view purpose, std::string_view token) const {
    if (token.empty() || token.size() > kLongestToken) return std::nullopt;
    for (const auto& key : keys_.sealing())
      if (auto text = unsealed(key_for(purpose, key), token)) return text;
    return std::nullopt;
  }

  std::string redacted(std::string_view text, const std::string& lang) const {
    redact::TicketRedaction redaction(redactor_, lang);
    return redaction.redact(text);
  }

  std::int64_t visitor_of(const http::Request& request) {
    if (asks_not_to_be_tracked(request)) return 0;
    return visitor_number(keys_.salt_of(calendar_.day_of(clock_.now())), request.client_address,
                          request.header("User-Agent"));
  }

  bool is_staff(const http::Request& request) const {
    if (!session_secret(request).empty()) return true;
    return !proxy_user_header_.empty() && !request.header(proxy_user_header_).empty() &&
           proxies_.trusts(request.peer_address);
  }

  std::string customer_of(std::string_view email) const {
    const auto key = keys_.customers();
    const auto address = text::caseless(tidy(email));
    return key.empty() || address.empty() ? std::string() : keyed_hash(key, address);
  }

  const text::Calendar& calendar() const { return calendar_; }

  store::EventLog& log() {
    notes_.hand_in();
    return log_;
  }

  Counts counts() const {
    Counts counts{noted_, robots_, too_many_, repeated_};
    std::ranges::copy(rejected_, counts.rejected.begin());
    return counts;
  }

 private:
  using Counter = std::atomic<std::uint64_t>;
  static void count(Counter& counter) { counter.fetch_add(1, std::memory_order_relaxed); }

  bool is_new_click(const Event& event) {
    return event.action != Action::clicked || event.visitor == 0 ||
           clicks_.is_new(event.visitor, event.query_id, event.object);
  }

  std::string kept_text(const std::string& text, const std::string& lang) const {
    if (text.empty()) return text;
    return std::string(text::utf8_prefix(tidy(redacted(text, lang)), kLongestText));
  }

  const Clock& clock_;
  const text::Calendar calendar_;
  const redact::Redactor redactor_;
  const http::TrustedProxies proxies_;
  const std::string proxy_user_header_;
  Counter noted_ = 0;
  Counter robots_ = 0;
  Counter too_many_ = 0;
  Counter repeated_ = 0;
  std::array<Counter, kRejections> rejected_ = {};
  VisitorPace pace_{kMostNotesAMinute};
  VisitorPace batch_pace_{kMostSentAMinute};
  const std::string process_salt_ = random_key();
  RecentClicks clicks_;
  StoreKeys keys_;
  store::EventLog log_;
  NoteQueue notes_;  // goes before the log that it hands to
};

Events::Events(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Events::~Events() = default;

Result<std::unique_ptr<Events>> Events::create(Parts parts) {
  auto calendar = text::Calendar::of(parts.config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  auto redactor = redact::Redactor::create(parts.config.redact);
  if (!redactor) return fail(redactor.error());
  auto proxies = http::TrustedProxies::parse(parts.config.server.trusted_proxies);
  if (!proxies) return fail(proxies.error());
  return std::unique_ptr<Events>(new Events(std::make_unique<Impl>(
      parts, std::move(*calendar), std::move(*redactor), std::move(*proxies))));
}

void Events::opened(store::Store& store) {
  impl_->opened(store);
}
void Events::note(const http::Request& request, store::Event event) {
  impl_->note(request, std::move(event));
}
Events::Sender Events::sender_of(const http::Request& request) const {
  return impl_->sender_of(request);
}
void Events::attribute(const Sender& sender, Time at, store::Event& event) const {
  impl_->attribute(sender, at, event);
}
bool Events::allows_batch(const http::Request& request, std::size_t events) {
  return impl_->allows_batch(request, events);
}
void Events::count_sent(const SentBatch& batch, bool by_robot) {
  impl_->count_sent(batch, by_robot);
}
void Events::put(store::EventBatch batch, store::EventLog::Done done) {
  impl_->put(std::move(batch), std::move(done));
}
std::string Events::new_query_id() const {
  return impl_->new_query_id();
}
bool Events::is_query_id(std::string_view id) const {
  return impl_->is_ours(id);
}

Trail Events::trail_of(const http::Request& request) const {
  if (const auto token = request.param("t"); !token.empty()) return impl_->trail_of(token);
  if (request.method != "POST") return {};
  const auto form = Form::parse(request);
  return form ? impl_->trail_of(form->text("t")) : Trail{};
}
Trail Events::trail_of(std::string_view token) const {
  return impl_->trail_of(token);
}
std::string Events::seal(const Trail& trail) const {
  return impl_->seal_trail(trail);
}
std::string Events::seal(std::string_view purpose, std::string_view text) const {
  return impl_->seal(purpose, text);
}
std::optional<std::string> Events::unseal(std::string_view purpose, std::string_view token) const {
  return impl_->unseal(purpose, token);
}

std::string Events::redacted(std::string_view text, const std::string& lang) const {
  return impl_->redacted(text, lang);
}
std::int64_t Events::visitor_of(const http::Request& request) const {
  return impl_->visitor_of(request);
}
bool Events::asks_not_to_be_tracked(const http::Request& request) {
  return kb::asks_not_to_be_tracked(request);
}
bool Events::is_staff(const http::Request& request) const {
  return impl_->is_staff(request);
}
std::string Events::customer_of(std::string_view email) const {
  return impl_->customer_of(email);
}

const text::Calendar& Events::calendar() const {
  return impl_->calendar();
}
store::EventLog& Events::log() {
  return impl_->log();
}
Events::Counts Events::counts() const {
  return impl_->counts();
}

}  // namespace kb
