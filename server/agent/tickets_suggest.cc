#include "server/agent/tickets_suggest.h"

#include <algorithm>
#include <chrono>

#include "core/text/language.h"
#include "server/agent/console_question.h"
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
  std::size_t limit = kUsualLimit;
};

Result<TicketForm> read_form(const HelpCenter& center, const http::Request& request) {
  const auto body = JsonBody::parse(request);
  if (!body) return fail(body.error());
  TicketForm form{.lang = center.config.site.default_language};
  const auto read = [&](std::string_view name, std::string& into) -> Result<void> {
    auto text = body->text(name);
    if (!text) return fail(text.error());
    if (!text->empty()) into = std::move(*text);
    return {};
  };
  std::string page;  // where they write from: nothing depends on it
  if (auto subject = read("subject", form.subject); !subject) return fail(subject.error());
  if (auto text = read("description", form.description); !text) return fail(text.error());
  if (auto lang = read("lang", form.lang); !lang) return fail(lang.error());
  if (auto url = read("page_url", page); !url) return fail(url.error());
  const auto limit = body->number("limit", kUsualLimit, kLimits);
  if (!limit) return fail(limit.error());
  form.limit = *limit;
  auto canonical = text::canonical_language(form.lang);
  if (!canonical) return fail(canonical.error());
  form.lang = std::move(*canonical);
  return form;
}

std::string to_json(const HelpCenter& center, const http::Request& request, const TicketForm& form,
                    const index::SearchResults& found, index::GenerationNumber generation,
                    std::chrono::duration<double, std::milli> took) {
  JsonWriter out;
  out.begin('{');
  out.member("lang", form.lang);
  out.member("total", std::min(found.total, index::kExactTotal));
  if (found.total_is_lower_bound) out.member("total_is_lower_bound", true);
  out.member("took_ms", took.count());
  out.member("query_id", request.request_id);
  out.member("generation", generation);
  out.key("results");
  out.begin('[');
  for (const auto& hit : found.hits) write_hit(out, center.urls, hit);
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
  const auto found = lease->search({.text = form->description,
                                    .lang = form->lang,
                                    .fallbacks = center.config.fallbacks_of(form->lang),
                                    .limit = form->limit,
                                    .audience = center.audience(),
                                    .now = center.clock.now(),
                                    .message = true,
                                    .subject = form->subject});
  if (!found) {
    auto response = http::problem(500, "The search failed.");
    response.fault = to_line(found.error());
    return response;
  }
  http::Response response;
  response.content_type = "application/json";
  response.cache_control = "no-store";
  response.body = to_json(center, request, *form, *found, lease->generation().number(),
                          std::chrono::steady_clock::now() - started);
  return response;
}

}  // namespace kb
