#include "server/feedback/feedback_answer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/text/normal_form.h"
#include "server/events/events.h"
#include "server/feedback/asked_article.h"
#include "server/form.h"
#include "server/pages/answers.h"

namespace kb {
namespace {

using index::Generation;
using page::FeedbackFault;
using page::FeedbackPage;
using page::FeedbackStep;
using store::Action;
using Kind = TrailStep::Kind;

// One reader on their way through the question.
struct Asking {
  const PageContext& context;
  const Events& events;
  Generation::Found article;
  std::string object;
  Trail trail;
  std::string query_id;  // ours, or empty
};

bool is_reason(std::string_view name) {
  return std::ranges::find(page::kReasons, name, &page::Reason::name) != page::kReasons.end();
}

std::string trimmed(const std::string& text) {
  constexpr auto kBlanks = " \t\n";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// The search before the article, to go back to.
page::Link search_before(const Asking& asking) {
  const auto& steps = asking.trail.steps;
  const auto searched = std::find_if(steps.rbegin(), steps.rend(), [](const TrailStep& step) {
    return step.kind == Kind::searched && !step.what.empty();
  });
  if (searched == steps.rend()) return {};
  const auto& lang = asking.context.generation().has_language(searched->lang)
                         ? searched->lang
                         : asking.context.lang();
  auto url = asking.context.urls().search(lang, {.text = searched->what});
  return {searched->what, url + "&" + parameter("t", asking.events.seal(asking.trail))};
}

std::string survey_about(const PageContext& context, const std::string& object) {
  return context.urls().survey(context.lang()) + "?about=article&" + parameter("object", object);
}

FeedbackPage page_of(const Asking& asking, FeedbackStep step) {
  const auto& context = asking.context;
  FeedbackPage page{.site = context.site(), .step = step};
  page.vote = {.action = context.urls().feedback(context.lang()),
               .object = asking.object,
               .trail = asking.events.seal(asking.trail),
               .query_id = asking.query_id,
               .survey_url = survey_about(context, asking.object)};
  page.article = link_to_asked(context, asking.article);
  page.search = search_before(asking);
  if (!context.center().config.mail.smtp.empty())
    page.watch_url =
        context.urls().watch(context.lang()) + "?" + parameter("article", asking.object);
  return page;
}

http::Response show(const Asking& asking, const FeedbackPage& page) {
  const int status = page.fault == FeedbackFault::none ? 200 : 400;
  auto response = asking.context.html(status, page::render(asking.context.center().renderer, page));
  response.etag.reset();
  response.cache_control = "no-store";
  return response;
}

// What is written down of who asks not to be tracked is the vote alone: they are asked no more.
FeedbackStep step_asked_for(const http::Request& request) {
  const auto vote = request.param("vote");
  if (vote == "yes") return FeedbackStep::helped;
  if (vote != "no") return FeedbackStep::asked;
  const bool told = request.param("told") == "1" || Events::asks_not_to_be_tracked(request);
  return told ? FeedbackStep::told : FeedbackStep::not_helped;
}

http::Response go_on(const Asking& asking, std::string_view vote, bool told) {
  std::string url = asking.context.urls().feedback(asking.context.lang());
  url += "?" + parameter("object", asking.object) + "&" + parameter("vote", vote);
  if (told) url += "&told=1";
  if (!asking.query_id.empty()) url += "&" + parameter("query_id", asking.query_id);
  const auto trail = asking.events.seal(asking.trail);
  if (!trail.empty()) url += "&" + parameter("t", trail);
  auto response = http::redirect(303, url);
  response.cache_control = "no-store";
  return response;
}

store::Event event_of(const Asking& asking, std::string_view vote) {
  return {.action = Action::voted,
          .query_id = asking.query_id,
          .lang = asking.article.database->name.lang,
          .category = asking.article.row->category,
          .object = asking.object,
          .outcome = std::string(vote)};
}

http::Response take_vote(Asking asking, const std::string& vote) {
  asking.context.center().events->note(asking.context.request(), event_of(asking, vote));
  const auto& lang = asking.article.database->name.lang;
  const auto& id = asking.article.row->id;
  std::erase_if(asking.trail.steps, [&](const TrailStep& step) {
    return (step.kind == Kind::helped || step.kind == Kind::not_helped) && step.lang == lang &&
           step.what == id;
  });
  asking.trail.add({vote == "yes" ? Kind::helped : Kind::not_helped, lang, id});
  return go_on(asking, vote, false);
}

FeedbackFault fault_in(const std::string& reason, const std::string& note) {
  if (!reason.empty() && !is_reason(reason)) return FeedbackFault::no_reason;
  if (reason.empty() && note.empty()) return FeedbackFault::no_reason;
  if (text::to_utf32(note).size() > page::kLongestNote) return FeedbackFault::note_too_long;
  return FeedbackFault::none;
}

http::Response take_reason(const Asking& asking, const Form& form) {
  const auto reason = form.text("reason");
  const auto note = trimmed(form.text("note"));
  if (const auto fault = fault_in(reason, note); fault != FeedbackFault::none) {
    auto page = page_of(asking, FeedbackStep::not_helped);
    page.fault = fault;
    page.reason = reason;
    page.note = note;
    return show(asking, page);
  }
  const auto& request = asking.context.request();
  if (Events::asks_not_to_be_tracked(request)) return go_on(asking, "no", true);
  nlohmann::json detail = {{"changes", true}};
  if (!reason.empty()) detail["reason"] = reason;
  if (!note.empty()) detail["note"] = asking.events.redacted(note, asking.context.lang());
  auto event = event_of(asking, "no");
  event.detail = detail.dump();
  asking.context.center().events->note(request, std::move(event));
  return go_on(asking, "no", true);
}

http::Response take(const Asking& asking, const Form& form) {
  const auto vote = form.text("vote");
  if (vote == "no" && form.has("note")) return take_reason(asking, form);
  if (vote == "yes" || vote == "no") return take_vote(asking, vote);
  auto page = page_of(asking, FeedbackStep::asked);
  page.fault = FeedbackFault::no_vote;
  return show(asking, page);
}

}  // namespace

http::Response answer_feedback(const PageContext& context) {
  const auto& request = context.request();
  const auto* events = context.center().events;
  if (!events) return answer_not_found(context);
  const bool sent = request.method == "POST";
  const auto form = sent ? Form::parse(request) : Form();
  if (!form) return http::problem(400, to_line(form.error()) + ".");
  const auto value = [&](std::string_view name) {
    return sent ? form->text(name) : std::string(request.param(name));
  };
  auto object = value("object");
  const auto article = asked_article(context, object);
  if (!article) return answer_not_found(context);
  auto query_id = value("query_id");
  if (!events->is_query_id(query_id)) query_id.clear();
  const Asking asking{context,
                      *events,
                      *article,
                      std::move(object),
                      events->trail_of(request),
                      std::move(query_id)};
  return sent ? take(asking, *form) : show(asking, page_of(asking, step_asked_for(request)));
}

page::VoteForm vote_form(const PageContext& context, const std::string& object,
                         const page::Site& site) {
  if (!context.center().events || context.center().preview) return {};
  return {.action = context.urls().feedback(context.lang()),
          .object = object,
          .trail = site.trail,
          .query_id = site.query_id,
          .survey_url = survey_about(context, object)};
}

}  // namespace kb
