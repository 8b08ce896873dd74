#include "server/contact/tickets_suggest.h"

#include <chrono>

#include "core/text/language.h"
#include "server/agent/console_question.h"
#include "server/contact/contact_desk.h"
#include "server/contact/suggestions.h"
#include "server/events/events.h"
#include "server/hit_json.h"
#include "server/json_body.h"

namespace kb {
namespace {

constexpr NumberRange kLimits{1, 20};
constexpr std::size_t kUsualLimit = 5;

struct TicketForm {
  std::string subject = {};
  std::string description = {};
  std::string lang = {};
  std::string form = {};   // its token, of an earlier answer
  std::string trail = {};  // sealed
  std::size_t limit = kUsualLimit;
};

Result<TicketForm> read_form(const HelpCenter& center, const http::Request& request) {
  const auto body = JsonBody::parse(request);
  if (!body) return fail(body.error());
  TicketForm form{.lang = center.config.site.default_language};
  std::string page;  // where they write from: nothing depends on it
  const std::initializer_list<std::pair<std::string_view, std::string*>> members = {
      {"subject", &form.subject}, {"description", &form.description},
      {"lang", &form.lang},       {"form", &form.form},
      {"t", &form.trail},         {"page_url", &page}};
  for (const auto& [name, into] : members) {
    auto text = body->text(name);
    if (!text) return fail(text.error());
    if (!text->empty()) *into = std::move(*text);
  }
  const auto limit = body->number("limit", kUsualLimit, kLimits);
  if (!limit) return fail(limit.error());
  form.limit = *limit;
  auto canonical = text::canonical_language(form.lang);
  if (!canonical) return fail(canonical.error());
  form.lang = std::move(*canonical);
  return form;
}

// The form that asks. A program's form is opened by its first call; without events there is none.
Opening opening_of(const HelpCenter& center, const http::Request& request, const TicketForm& form) {
  if (!center.contact) return {};
  if (auto known = center.contact->unseal(form.form)) return *known;
  auto opening = center.contact->open();
  center.contact->events().note(request, {.action = store::Action::contact_opened,
                                          .form = opening.id,
                                          .lang = form.lang,
                                          .outcome = opening.holdout ? "holdout" : "offered"});
  return opening;
}

void note_shown(const HelpCenter& center, const http::Request& request, const TicketForm& form,
                const Opening& opening, const Suggestions& found) {
  if (!center.contact) return;
  std::int64_t position = 0;
  for (const auto& [hit, passage] : found.list) {
    ++position;
    if (center.contact->shows_first(opening.id, object_of(hit)))
      center.contact->events().note(request, {.action = store::Action::suggestion_shown,
                                              .form = opening.id,
                                              .lang = form.lang,
                                              .object = object_of(hit),
                                              .position = position});
  }
}

Result<Suggestions> suggestions_for(const HelpCenter& center, index::Searcher& searcher,
                                    const TicketForm& form, const Opening& opening) {
  if (opening.holdout) return Suggestions{};
  return find_suggestions(center, searcher,
                          {.subject = form.subject,
                           .text = form.description,
                           .lang = form.lang,
                           .limit = form.limit,
                           .known = center.events ? center.events->trail_of(form.trail).rejected()
                                                  : std::vector<std::string>{}});
}

std::string to_json(const HelpCenter& center, const http::Request& request, const TicketForm& form,
                    const Opening& opening, const Suggestions& found,
                    index::GenerationNumber generation,
                    std::chrono::duration<double, std::milli> took) {
  JsonWriter out;
  out.begin('{');
  out.member("lang", form.lang);
  out.member("total", found.total);
  if (found.total_is_lower_bound) out.member("total_is_lower_bound", true);
  out.member("took_ms", took.count());
  out.member("query_id", center.events ? center.events->new_query_id() : request.request_id);
  out.member("generation", generation);
  if (center.contact) {
    out.member("form", center.contact->seal(opening));
    out.member("holdout", opening.holdout);
  }
  out.key("results");
  out.begin('[');
  for (const auto& [hit, passage] : found.list)
    write_hit(out, center.urls, hit, {{"passage_html", passage}});
  out.end(']');
  out.end('}');
  return out.take();
}

}  // namespace

http::Response answer_ticket_suggestions(const HelpCenter& center, const http::Request& request) {
  const auto started = std::chrono::steady_clock::now();
  const auto form = read_form(center, request);
  if (!form) return http::problem(400, to_line(form.error()) + ".");
  if (count_characters(form->subject) + count_characters(form->description) > kLongestQuestion)
    return http::problem(413, "`subject` and `description` together may have " +
                                  std::to_string(kLongestQuestion) + " characters.");
  auto lease = center.searchers.lease();
  if (!lease) {
    auto response = http::problem(503, "The index has not been published yet.");
    response.headers.push_back({"Retry-After", "10"});
    return response;
  }
  const auto opening = opening_of(center, request, *form);
  const auto found = suggestions_for(center, *lease, *form, opening);
  if (!found) {
    auto response = http::problem(500, "The search failed.");
    response.fault = to_line(found.error());
    return response;
  }
  note_shown(center, request, *form, opening, *found);
  http::Response response;
  response.content_type = "application/json";
  response.cache_control = "no-store";
  response.body = to_json(center, request, *form, opening, *found, lease->generation().number(),
                          std::chrono::steady_clock::now() - started);
  return response;
}

}  // namespace kb
