#include "server/contact/contact_form.h"

#include <algorithm>

#include "server/contact/channels.h"
#include "server/contact/contact_trail.h"
#include "server/events/events.h"

namespace kb {
namespace {

constexpr const char* kSuggestPath = "/api/v1/tickets/suggest";

}  // namespace

http::Response own_page(http::Response response) {
  response.etag.reset();
  response.cache_control = "private, no-cache";
  return response;
}

page::ContactFields fields_of(const PageContext& context, const FormState& state) {
  return {.subject = state.message.subject,
          .description = state.message.description,
          .email = state.message.email,
          .category = state.message.category,
          .send_trail = state.send_trail,
          .form = context.center().contact->seal(state.opening),
          .trail = state.trail.empty() ? std::string() : context.center().events->seal(state.trail),
          .seen = state.seen};
}

Opening open_form(const PageContext& context, const std::string& category, const Trail& trail) {
  const auto& center = context.center();
  auto opening = center.contact->open();
  if (context.request().method != "HEAD")
    center.events->note(context.request(), {.action = store::Action::contact_opened,
                                            .form = opening.id,
                                            .query_id = trail.query_id,
                                            .lang = context.lang(),
                                            .category = category,
                                            .outcome = opening.holdout ? "holdout" : "offered"});
  return opening;
}

http::Response show_form(const PageContext& context, int status, const FormState& state) {
  const auto& center = context.center();
  const auto order = context.shelves()->order();
  const auto& calendar = center.events->calendar();
  page::ContactPage view{
      .site = context.site(),
      .action = context.urls().contact(context.lang()),
      .fields = fields_of(context, state),
      .ways = contact_ways({center.config, calendar, center.clock.now(), context.lang()}, order),
      .time_zone = calendar.zone(),
      .trail = trail_lines(state.trail, context.generation()),
      .faults = state.faults,
      .notice = state.notice,
      .wait_minutes = state.wait_minutes,
      .offers_suggestions = !state.opening.holdout,
      .suggest_url = context.urls().base_path() + kSuggestPath};
  view.site.canonical_url = view.action;
  for (const auto& key : order) view.categories.emplace_back(key, context.category_name(key));
  return own_page(context.html(status, page::render(center.renderer, view)));
}

}  // namespace kb
