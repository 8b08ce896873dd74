#include "server/agent/similar_api.h"

#include <chrono>

#include "core/base/date.h"
#include "core/text/language.h"
#include "server/agent/agent_urls.h"
#include "server/agent/asked_ticket.h"
#include "server/agent/console_question.h"
#include "server/agent/console_search.h"
#include "server/hit_json.h"
#include "server/json_body.h"
#include "server/number_parameter.h"

namespace kb {
namespace {

constexpr NumberRange kLimits{1, 50};
constexpr std::size_t kUsualLimit = 8;

// A search, or the answer that says what is wrong with what was asked.
using Asked = tl::expected<ConsoleSearch, http::Response>;

tl::unexpected<http::Response> refuse(int status, const std::string& detail) {
  return tl::unexpected(http::problem(status, detail));
}

tl::unexpected<http::Response> refuse(const Error& error) {
  return refuse(400, to_line(error) + ".");
}

// The language that was given, else that of the text.
Result<std::string> language_for(const StaffRequest& staff, const std::string& given,
                                 const std::string& text) {
  if (!given.empty()) return text::canonical_language(given);
  const auto generation = staff.center.searchers.generation();
  return language_of(text, generation.get(), staff.center.config.site.default_language);
}

Asked asked_by_ticket(const StaffRequest& staff) {
  const auto reference = read_ticket_reference(staff.request.param("ticket"), staff.center.config);
  if (!reference) return refuse(400, "`ticket` is missing: give it as source/id.");
  const auto limit = number_parameter(staff.request, "limit", kUsualLimit, kLimits);
  if (!limit) return tl::unexpected(bad_number("limit", kLimits));
  const auto ticket = asked_ticket(staff.store, reference);
  if (!ticket) {
    auto response = http::problem(500, "The store could not be read.");
    response.fault = to_line(ticket.error());
    return tl::unexpected(response);
  }
  if (!*ticket) return refuse(404, "There is no ticket '" + to_key(*reference) + "'.");
  const auto lang = language_for(staff, std::string(staff.request.param("lang")), "");
  if (!lang) return refuse(lang.error());
  return ConsoleSearch{.subject = (*ticket)->subject,
                       .text = (*ticket)->question,
                       .lang = staff.request.param("lang").empty() ? (*ticket)->lang : *lang,
                       .is_message = true,
                       .articles = *limit,
                       .tickets = *limit};
}

Asked asked_by_message(const StaffRequest& staff) {
  const auto body = JsonBody::parse(staff.request);
  if (!body) return refuse(body.error());
  const auto subject = body->text("subject");
  if (!subject) return refuse(subject.error());
  const auto text = body->text("text");
  if (!text) return refuse(text.error());
  if (subject->empty() && text->empty()) return refuse(400, "`text` is missing.");
  if (count_characters(*subject) + count_characters(*text) > kLongestQuestion)
    return refuse(413, "`subject` and `text` together may have " +
                           std::to_string(kLongestQuestion) + " characters.");
  const auto given = body->text("lang");
  if (!given) return refuse(given.error());
  const auto lang = language_for(staff, *given, *subject + "\n" + *text);
  if (!lang) return refuse(lang.error());
  const auto limit = body->number("limit", kUsualLimit, kLimits);
  if (!limit) return refuse(limit.error());
  return ConsoleSearch{.subject = *subject,
                       .text = *text,
                       .lang = *lang,
                       .is_message = !subject->empty() || looks_like_message(*text),
                       .articles = *limit,
                       .tickets = *limit};
}

void write_ticket(JsonWriter& out, const StaffRequest& staff, const index::SimilarTicket& ticket) {
  out.begin('{');
  out.member("id", ticket.best);
  out.member("lang", ticket.lang);
  out.member("title", ticket.title);
  out.member("url", staff.url(agent_ticket_path(reference_of(ticket.best))));
  out.member("question", ticket.question);
  out.member("answer", ticket.answer);
  out.member("snippet_html", ticket.snippet_html);
  out.member("score", ticket.score);
  out.member("count", ticket.count);
  out.key("satisfaction");
  ticket.satisfaction ? out.value(static_cast<unsigned>(*ticket.satisfaction)) : out.null();
  out.member("newest", iso_time(ticket.newest));
  out.key("topic");
  ticket.topic.empty() ? out.null() : out.value(ticket.topic);
  out.member("fallback", ticket.fallback);
  out.end('}');
}

std::string to_json(const StaffRequest& staff, const ConsoleSearch& search, const Findings& found,
                    std::chrono::duration<double, std::milli> took) {
  JsonWriter out;
  out.begin('{');
  out.member("lang", search.lang);
  out.key("topic");
  found.topic.empty() ? out.null() : out.value(found.topic);
  out.member("took_ms", took.count());
  out.member("query_id", staff.request.request_id);
  out.member("generation", found.generation);
  out.key("results");
  out.begin('[');
  for (const auto& article : found.articles) write_hit(out, staff.center.urls, article.hit);
  out.end(']');
  out.key("tickets");
  out.begin('[');
  for (const auto& ticket : found.tickets) write_ticket(out, staff, ticket);
  out.end(']');
  out.end('}');
  return out.take();
}

}  // namespace

http::Response answer_similar(const StaffRequest& staff) {
  const auto started = std::chrono::steady_clock::now();
  const auto asked =
      staff.request.method == "POST" ? asked_by_message(staff) : asked_by_ticket(staff);
  if (!asked) return asked.error();
  const auto found = search_console(staff.center, *asked);
  if (found.state == Findings::State::no_index) {
    auto response = http::problem(503, "The index has not been published yet.");
    response.headers.push_back({"Retry-After", "10"});
    return response;
  }
  if (found.state == Findings::State::failed) {
    auto response = http::problem(500, "The search failed.");
    response.fault = to_line(found.error);
    return response;
  }
  return staff.json(200, to_json(staff, *asked, found, std::chrono::steady_clock::now() - started));
}

}  // namespace kb
