#include "server/contact/tickets_api.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/secrets.h"
#include "core/text/language.h"
#include "server/contact/contact_answer.h"
#include "server/contact/contact_trail.h"
#include "server/contact/submit.h"
#include "server/events/events.h"
#include "server/json_body.h"
#include "server/login/throttle.h"

namespace kb {
namespace {

using nlohmann::json;

constexpr std::size_t kMostOfCustomer = 5;  // within kSendWindow
constexpr std::size_t kMostOfSender = 60;   // likewise: a product sends for many customers

struct SentTicket {
  ContactMessage message;
  std::string form = {};   // a token of /tickets/suggest
  std::string trail = {};  // sealed here
  Trail told = {};         // what the product knows of the way here, in place of it
  std::string idempotency_key = {};
};

Result<SentTicket> read_ticket(const http::Request& request, const std::string& default_language) {
  const auto body = JsonBody::parse(request);
  if (!body) return fail(body.error());
  SentTicket sent{.message = {.lang = default_language}};
  auto& message = sent.message;
  const std::initializer_list<std::pair<std::string_view, std::string*>> members = {
      {"subject", &message.subject},
      {"description", &message.description},
      {"email", &message.email},
      {"category", &message.category},
      {"lang", &message.lang},
      {"page_url", &message.page},
      {"form", &sent.form},
      {"t", &sent.trail},
      {"idempotency_key", &sent.idempotency_key}};
  for (const auto& [name, into] : members) {
    auto text = body->text(name);
    if (!text) return fail(text.error());
    if (!text->empty()) *into = std::move(*text);
  }
  const auto told = body->object("trail");
  if (!told) return fail(told.error());
  if (!told->empty()) {
    auto trail = parse_trail(*told);
    if (!trail) return fail(trail.error());
    sent.told = std::move(*trail);
  }
  sent.message = tidied(std::move(message));
  return sent;
}

struct FieldProblem {
  std::string field;
  std::string detail;
};

std::string detail_of(const page::ContactFault& fault) {
  if (fault.most > 0)
    return "has " + std::to_string(fault.count) + " characters; at most " +
           std::to_string(fault.most) + " are taken";
  return fault.field == "email" ? "is no e-mail address" : "is missing";
}

std::vector<FieldProblem> problems_of(const SentTicket& sent, const ContactDesk& desk) {
  std::vector<FieldProblem> problems;
  for (const auto& fault : faults_of(sent.message))
    problems.push_back({fault.field, detail_of(fault)});
  if (!text::canonical_language(sent.message.lang))
    problems.push_back({"lang", "is no language, such as en or pt-BR"});
  if (!sent.form.empty() && !desk.unseal(sent.form))
    problems.push_back({"form", "was not given here within a day; leave it out"});
  return problems;
}

http::Response refuse(const http::Request& request, const std::vector<FieldProblem>& problems) {
  json errors = json::array();
  std::string detail;
  for (const auto& [field, what] : problems) {
    errors.push_back({{"field", field}, {"detail", what}});
    detail += (detail.empty() ? "`" : "; `") + field + "` " + what;
  }
  http::Response response;
  response.status = 422;
  response.content_type = "application/problem+json";
  response.cache_control = "no-store";
  response.body = json{{"title", http::status_title(422)},
                       {"status", 422},
                       {"detail", detail + "."},
                       {"request_id", request.request_id},
                       {"errors", std::move(errors)}}
                      .dump(-1, ' ', false, json::error_handler_t::replace);
  return response;
}

std::optional<http::Response> slow_down(ContactDesk& desk, const http::Request& request,
                                        const std::string& email) {
  const auto sender = network_of(request.client_address);
  auto wait = desk.wait("api " + sender, kMostOfSender);
  if (!wait) wait = desk.wait("api " + sender + " " + email, kMostOfCustomer);
  if (!wait) return std::nullopt;
  auto response = http::problem(429, "Too many tickets in a short time: wait, then send it again.");
  response.headers.push_back({"Retry-After", std::to_string(wait->count())});
  return response;
}

Submission submission_of(const PageContext& context, SentTicket sent) {
  const auto& desk = *context.center().contact;
  const auto known = desk.unseal(sent.form);
  Submission submission{.message = std::move(sent.message),
                        .opening = known ? *known : Opening{.id = {}, .opened = {}},
                        .send_key = {},
                        .channel = std::string(kProgram),
                        .trail = desk.events().trail_of(sent.trail)};
  submission.message.page = plain_page(submission.message.page);
  if (submission.trail.empty() && context.has_index())
    submission.trail = checked_trail(std::move(sent.told), context, desk.events());
  submission.send_key = sent.idempotency_key.empty()
                            ? send_key(submission.message, submission.opening.id)
                            : hash_of_secret("idempotency key " + sent.idempotency_key);
  if (!known) submission.opening = desk.open();
  return submission;
}

}  // namespace

http::Response answer_tickets(const HelpCenter& center, const http::Request& request,
                              const Route& route) {
  if (!has_contact_form(center)) return http::problem(404, "This help center takes no tickets.");
  auto sent = read_ticket(request, center.config.site.default_language);
  if (!sent) return http::problem(400, to_line(sent.error()) + ".");
  if (const auto problems = problems_of(*sent, *center.contact); !problems.empty())
    return refuse(request, problems);
  if (auto refused = slow_down(*center.contact, request, sent->message.email))
    return std::move(*refused);
  sent->message.lang = text::canonical_language(sent->message.lang).value();
  const PageContext context(center, request, route, center.searchers.generation(),
                            sent->message.lang);
  const auto made = submit(context, submission_of(context, std::move(*sent)));
  if (!made) {
    auto response = http::problem(503, "The ticket was not kept: send it again in a minute.");
    response.headers.push_back({"Retry-After", "60"});
    response.fault = to_line(made.error());
    return response;
  }
  http::Response response;
  response.status = made->is_new ? 201 : 200;
  response.content_type = "application/json";
  response.cache_control = "no-store";
  const auto url = context.origin() + context.urls().contact_ticket(context.lang(), made->token);
  response.headers.push_back({"Location", url});
  response.body = json{{"number", made->number}, {"url", url}, {"state", "open"}}.dump();
  return response;
}

}  // namespace kb
