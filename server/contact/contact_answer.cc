#include "server/contact/contact_answer.h"

#include <algorithm>
#include <charconv>

#include "server/contact/contact_form.h"
#include "server/contact/contact_trail.h"
#include "server/contact/submit.h"
#include "server/contact/suggestions.h"
#include "server/events/events.h"
#include "server/form.h"
#include "server/login/throttle.h"
#include "server/page/contact_check_page.h"
#include "server/pages/answers.h"

namespace kb {
namespace {

using page::ContactNotice;

constexpr std::chrono::seconds kShortestTyping{3};
constexpr std::size_t kMostMessages = 5;  // of one sender within kSendWindow

std::string known_category(const PageContext& context, const std::string& key) {
  const auto shelves = context.shelves();
  return std::ranges::find(shelves->order(), key) == shelves->order().end() ? std::string() : key;
}

// "en/billing/refund" of an article for everyone; empty: there is none.
std::string known_object(const PageContext& context, const std::string& object) {
  const auto slash = object.find('/');
  if (slash == object.npos) return {};
  const auto found = context.generation().find(object.substr(0, slash), object.substr(slash + 1),
                                               Audience::everyone);
  return found ? object : std::string();
}

http::Response show_new(const PageContext& context) {
  FormState state;
  state.message.category =
      known_category(context, std::string(context.request().param("category")));
  state.trail = begun_trail(context, *context.center().events);
  state.opening = open_form(context, state.message.category, state.trail);
  return show_form(context, 200, state);
}

// What one request of the form does.
class ContactPost {
 public:
  ContactPost(const PageContext& context, const Form& form)
      : context_(context), desk_(*context.center().contact), form_(form) {
    state_.message = read_message(form, context.lang());
    state_.message.category = known_category(context, state_.message.category);
    state_.trail = desk_.events().trail_of(context.request());
    state_.send_trail = !form.has("trail_shown") || form.has("send_trail");
    for (auto& object : form.all("seen"))
      if (!known_object(context, object).empty()) state_.seen.push_back(std::move(object));
    const auto opening = desk_.unseal(form.text("form"));
    is_known_ = opening.has_value();
    if (opening) state_.opening = *opening;
  }

  http::Response answer() {
    const auto what = form_.text("do");
    if (what == "clicked") return note_click();
    if (!is_known_) state_.opening = open_form(context_, state_.message.category, state_.trail);
    if (form_.has("solved")) return solved();
    if (what == "back") return show_form(context_, 200, state_);
    state_.faults = faults_of(state_.message);
    if (!state_.faults.empty()) return show_form(context_, 422, state_);
    if (!is_known_ || is_automatic()) return again();
    if (what == "check" && !state_.opening.holdout)
      if (auto checked = check()) return std::move(*checked);
    return send();
  }

 private:
  // Nobody fills in what nobody sees, or writes a message within three seconds. Who did all the
  // same sends it once more.
  bool is_automatic() const {
    return !form_.text("website").empty() ||
           context_.center().clock.now() - state_.opening.opened < kShortestTyping;
  }

  http::Response again() {
    state_.notice = ContactNotice::again;
    return show_form(context_, 422, state_);
  }

  store::Event event(store::Action action, const std::string& object = {},
                     std::int64_t position = 0) const {
    return {.action = action,
            .form = state_.opening.id,
            .lang = context_.lang(),
            .category = state_.message.category,
            .object = object,
            .position = position};
  }
  void note(store::Event event) const { desk_.events().note(context_.request(), std::move(event)); }

  http::Response note_click() const {
    const auto object = known_object(context_, form_.text("object"));
    const auto number = form_.text("position");
    std::int64_t position = 0;
    std::from_chars(number.data(), number.data() + number.size(), position);
    if (is_known_ && !object.empty() && position > 0)
      note(event(store::Action::suggestion_clicked, object, position));
    http::Response response;
    response.status = 204;
    response.cache_control = "no-store";
    return response;
  }

  http::Response solved() {
    auto what = event(store::Action::contact_solved, known_object(context_, form_.text("solved")));
    if (can_be_answered(state_.message.email))
      what.customer = desk_.events().customer_of(state_.message.email);
    note(std::move(what));
    const page::ContactSolvedPage view{
        .site = context_.site(),
        .action = context_.urls().contact(context_.lang()),
        .fields = fields_of(context_, state_),
        .survey_url = context_.urls().survey(context_.lang()) + "?about=contact"};
    return own_page(context_.html(200, page::render(context_.center().renderer, view)));
  }

  // Nothing: there is nothing to suggest. A search that fails keeps nobody from writing.
  std::optional<http::Response> check() {
    auto lease = context_.center().searchers.lease();
    if (!lease) return std::nullopt;
    const auto found = find_suggestions(context_.center(), *lease,
                                        {.subject = state_.message.subject,
                                         .text = state_.message.description,
                                         .lang = context_.lang(),
                                         .known = state_.trail.rejected()});
    if (!found || found->list.empty()) return std::nullopt;
    page::ContactCheckPage view{.site = context_.site(),
                                .action = context_.urls().contact(context_.lang())};
    std::int64_t position = 0;
    for (const auto& [hit, passage] : found->list) {
      const auto object = object_of(hit);
      view.suggestions.push_back(
          {.key = object,
           .title = hit.title,
           .section_title = hit.section ? hit.section->title : "",
           .url = context_.urls().article(hit.lang, hit.id, hit.kind,
                                          hit.section ? hit.section->anchor : ""),
           .lang = hit.lang,
           .passage_html = passage});
      if (std::ranges::find(state_.seen, object) == state_.seen.end())
        state_.seen.push_back(object);
      if (desk_.shows_first(state_.opening.id, object))
        note(event(store::Action::suggestion_shown, object, ++position));
    }
    view.fields = fields_of(context_, state_);
    return own_page(context_.html(200, page::render(context_.center().renderer, view)));
  }

  http::Response send() {
    const auto sender = network_of(context_.request().client_address);
    if (const auto wait = desk_.wait(sender, kMostMessages)) {
      state_.notice = ContactNotice::too_many;
      state_.wait_minutes = std::chrono::ceil<std::chrono::minutes>(*wait).count();
      auto response = show_form(context_, 429, state_);
      response.headers.push_back({"Retry-After", std::to_string(wait->count())});
      return response;
    }
    auto trail = state_.trail;
    add_seen(trail, context_.generation(), state_.seen);
    const auto sent = submit(context_, {.message = state_.message,
                                        .opening = state_.opening,
                                        .send_key = send_key(state_.message, state_.opening.id),
                                        .trail = state_.send_trail ? trail : Trail{}});
    if (!sent) {
      state_.notice = ContactNotice::away;
      auto response = show_form(context_, 503, state_);
      response.fault = to_line(sent.error());
      return response;
    }
    return http::redirect(303,
                          context_.urls().contact_ticket(context_.lang(), sent->token) + "?sent=1");
  }

  const PageContext& context_;
  ContactDesk& desk_;
  const Form& form_;
  FormState state_;
  bool is_known_ = false;  // the form is one that was opened here
};

}  // namespace

bool has_contact_form(const HelpCenter& center) {
  return center.config.contact.form && center.contact != nullptr && center.events != nullptr;
}

http::Response answer_contact(const PageContext& context) {
  if (!has_contact_form(context.center())) return answer_not_found(context);
  if (context.request().method != "POST") return show_new(context);
  const auto form = Form::parse(context.request());
  if (!form) return http::problem(400, to_line(form.error()) + ".");
  return ContactPost(context, *form).answer();
}

}  // namespace kb
