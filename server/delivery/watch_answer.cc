#include "server/delivery/watch_answer.h"

#include "core/base/secrets.h"
#include "core/store/answer_watches.h"
#include "core/store/deliveries.h"
#include "server/delivery/delivery_worker.h"
#include "server/delivery/mail_link.h"
#include "server/delivery/watch_mail.h"
#include "server/events/events.h"
#include "server/feedback/asked_article.h"
#include "server/form.h"
#include "server/page/watch_page.h"
#include "server/pages/answers.h"
#include "server/staff_request.h"

namespace kb {
namespace {

using page::WatchFault;
using page::WatchPage;
using page::WatchStep;

constexpr std::size_t kLongestQuery = 200;  // bytes

bool is_offered(const HelpCenter& center) {
  return center.deliveries != nullptr && center.events != nullptr && !center.preview &&
         sends_mail(center.config);
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") + 1 - first);
}

// What they ask to be told of; nothing where it is neither a question nor an article of ours.
struct Subject {
  std::string query = {};  // redacted
  std::string article = {};
  std::string title = {};
  std::string seen = {};  // the article's text as it is
};

std::optional<Subject> subject_of(const PageContext& context, const std::string& query,
                                  const std::string& article) {
  if (!article.empty()) {
    const auto found = asked_article(context, article);
    if (!found) return std::nullopt;
    return Subject{{}, article, found->row->title, std::to_string(found->row->revision)};
  }
  if (trimmed(query).empty() || query.size() > kLongestQuery) return std::nullopt;
  return Subject{context.center().events->redacted(trimmed(query), context.lang()), {}, {}, {}};
}

http::Response show(const PageContext& context, int status, WatchPage page) {
  page.site = context.site();
  page.action = context.urls().watch(context.lang(), context.route().rest);
  auto response = context.html(status, page::render(context.center().renderer, page));
  response.etag.reset();
  make_private(response);
  return response;
}

http::Response ask(const PageContext& context, const Subject& subject, int status = 200,
                   WatchFault fault = WatchFault::none, std::string email = {}) {
  return show(context, status,
              {.step = WatchStep::ask,
               .fault = fault,
               .query = subject.query,
               .article = subject.article,
               .title = subject.title,
               .email = std::move(email)});
}

http::Response say(const PageContext& context, WatchStep step, int status = 200) {
  return show(context, status, {.step = step});
}

// The watch and the mail that asks back, or neither.
Result<void> note(const PageContext& context, store::Store& store, store::AnswerWatch watch,
                  const std::string& title) {
  const auto& center = context.center();
  const auto token = random_token();
  watch.token_hash = hash_of_secret(token);
  const auto link = mail_link(center.config, context.urls().watch(context.lang(), token));
  return store.write([&](store::Sql& sql) -> Result<void> {
    const auto id = store::add_watch(sql, watch);
    if (!id) return fail(id.error());
    watch.id = *id;
    const auto mail =
        confirm_mail({center.config, center.renderer.texts(), watch, watch.created}, link, title);
    const auto added = store::add_delivery(sql, {.key = mail.id,
                                                 .kind = store::DeliveryKind::mail,
                                                 .target = mail.to,
                                                 .payload = to_wire(mail),
                                                 .created = mail.date,
                                                 .next = mail.date});
    if (!added) return fail(added.error());
    return {};
  });
}

http::Response unavailable(const PageContext& context, const Subject& subject,
                           const std::string& email, std::string fault) {
  auto response = ask(context, subject, 503, WatchFault::unavailable, email);
  response.fault = std::move(fault);
  return response;
}

http::Response take(const PageContext& context, const Form& form, const Subject& subject) {
  const auto& center = context.center();
  const auto email = trimmed(form.text("email"));
  if (!form.text("website").empty()) return say(context, WatchStep::sent);  // a robot's doing
  if (!is_mail_address(email)) return ask(context, subject, 422, WatchFault::bad_email, email);

  store::Store* store = center.store();
  const auto customer = center.events->customer_of(email);
  if (store == nullptr || customer.empty()) return unavailable(context, subject, email, {});
  switch (center.deliveries->limit().ask(customer, context.request().client_address,
                                         center.clock.now())) {
    case MailLimit::Verdict::too_many:
      return ask(context, subject, 429, WatchFault::too_many, email);
    case MailLimit::Verdict::enough:
      return say(context, WatchStep::sent);
    case MailLimit::Verdict::send:
      break;
  }
  const auto noted = note(context, *store,
                          {.email = email,
                           .customer = customer,
                           .lang = context.lang(),
                           .query = subject.query,
                           .article = subject.article,
                           .seen = subject.seen,
                           .created = center.clock.now()},
                          subject.title);
  if (!noted) return unavailable(context, subject, email, to_line(noted.error()));
  center.deliveries->wake();
  return say(context, WatchStep::sent);
}

http::Response answer_question(const PageContext& context) {
  const auto& request = context.request();
  if (request.method != "POST") {
    const auto subject =
        subject_of(context, std::string(request.param("q")), std::string(request.param("article")));
    return subject ? ask(context, *subject) : answer_not_found(context);
  }
  const auto form = Form::parse(request);
  if (!form) return http::problem(400, to_line(form.error()) + ".");
  const auto subject = subject_of(context, form->text("q"), form->text("article"));
  return subject ? take(context, *form, *subject) : answer_not_found(context);
}

http::Response confirm(const PageContext& context, store::Store& store, const std::string& hash) {
  const auto done = store.write([&](store::Sql& sql) {
    return store::confirm_watch(sql, hash, context.center().clock.now());
  });
  if (!done) return answer_fault(context, done.error());
  if (!*done) return say(context, WatchStep::gone, 404);
  context.center().deliveries->wake();  // it may be answered already
  return say(context, WatchStep::confirmed);
}

// Nothing left to stop is as good as stopped.
http::Response stop(const PageContext& context, store::Store& store, const std::string& hash) {
  const auto done = store.write([&](store::Sql& sql) { return store::drop_watch(sql, hash); });
  if (!done) return answer_fault(context, done.error());
  return say(context, WatchStep::stopped);
}

http::Response answer_decision(const PageContext& context) {
  if (context.request().method != "POST") return say(context, WatchStep::decide);
  const auto form = Form::parse(context.request());
  if (!form) return http::problem(400, to_line(form.error()) + ".");
  store::Store* store = context.center().store();
  if (store == nullptr)
    return answer_fault(context, {"the store cannot be reached", {}, "try again in a minute"});
  const auto hash = hash_of_secret(context.route().rest);
  const bool stops = form->text("do") == "stop" || form->has("List-Unsubscribe");
  return stops ? stop(context, *store, hash) : confirm(context, *store, hash);
}

}  // namespace

http::Response answer_watch(const PageContext& context) {
  if (!is_offered(context.center())) return answer_not_found(context);
  return context.route().rest.empty() ? answer_question(context) : answer_decision(context);
}

std::string watch_url(const PageContext& context, std::string_view query) {
  if (!is_offered(context.center()) || query.empty() || query.size() > kLongestQuery) return {};
  return context.urls().watch(context.lang()) + "?" + parameter("q", query);
}

}  // namespace kb
