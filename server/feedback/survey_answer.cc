#include "server/feedback/survey_answer.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/base/content_hash.h"
#include "server/events/events.h"
#include "server/feedback/asked_article.h"
#include "server/form.h"
#include "server/pages/answers.h"

namespace kb {
namespace {

using page::kScales;
using page::Scale;
using page::SurveyPage;
using page::SurveyQuestion;

constexpr std::string_view kContact = "contact";
constexpr std::string_view kArticle = "article";
constexpr std::size_t kMostQuestions = 2;

const Scale* find_scale(std::string_view name) {
  const auto found = std::ranges::find(kScales, name, &Scale::name);
  return found == kScales.end() ? nullptr : &*found;
}

// What the questions are about, as far as it is known.
struct Subject {
  std::string about = {};
  std::string object = {};  // the article; empty: none
  std::string lang = {};
  std::string category = {};
};

Subject subject_of(const PageContext& context, std::string_view about, const std::string& object) {
  Subject subject{.about = std::string(about == kContact ? kContact : kArticle),
                  .lang = context.lang()};
  if (const auto article = asked_article(context, object)) {
    subject.object = object;
    subject.lang = article->database->name.lang;
    subject.category = article->row->category;
  }
  return subject;
}

// `mark` 0: it was asked.
void note(const PageContext& context, const Subject& subject, const Scale& scale, int mark) {
  context.center().events->note(context.request(),
                                {.action = store::Action::surveyed,
                                 .lang = subject.lang,
                                 .category = subject.category,
                                 .object = subject.object,
                                 .value = mark,
                                 .outcome = std::string(scale.name),
                                 .detail = nlohmann::json{{"about", subject.about}}.dump()});
}

http::Response show_survey(const PageContext& context, const Subject& subject,
                           std::vector<SurveyQuestion> questions, bool fault) {
  const SurveyPage page{.site = context.site(),
                        .action = context.urls().survey(context.lang()),
                        .about = subject.about,
                        .object = subject.object,
                        .questions = std::move(questions),
                        .fault = fault};
  auto response = context.html(fault ? 400 : 200, page::render(context.center().renderer, page));
  response.etag.reset();
  response.cache_control = "no-store";
  return response;
}

http::Response ask_survey(const PageContext& context) {
  const auto& request = context.request();
  const auto subject =
      subject_of(context, request.param("about"), std::string(request.param("object")));
  if (request.param("thanks") == "1") return show_survey(context, subject, {}, false);
  auto questions = questions_about(subject.about, request.request_id);
  for (const auto& question : questions) note(context, subject, *question.scale, 0);
  return show_survey(context, subject, std::move(questions), false);
}

// 0: not answered; nullopt: no mark of this scale.
std::optional<int> mark_in(const Form& form, const Scale& scale) {
  const auto text = form.text(scale.name);
  if (text.empty()) return 0;
  int mark = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), mark);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || mark < 1 || mark > scale.highest) return std::nullopt;
  return mark;
}

std::vector<SurveyQuestion> asked_in(const Form& form) {
  std::vector<SurveyQuestion> questions;
  for (const auto& name : form.all("ask")) {
    const auto* scale = find_scale(name);
    const bool known =
        !scale || std::ranges::find(questions, scale, &SurveyQuestion::scale) != questions.end();
    if (!known && questions.size() < kMostQuestions) questions.push_back({scale});
  }
  return questions;
}

http::Response take_survey(const PageContext& context) {
  const auto form = Form::parse(context.request());
  if (!form) return http::problem(400, to_line(form.error()) + ".");
  const auto subject = subject_of(context, form->text("about"), form->text("object"));
  auto questions = asked_in(*form);
  bool fault = false;
  for (auto& question : questions) {
    const auto mark = mark_in(*form, *question.scale);
    fault = fault || !mark;
    question.chosen = mark.value_or(0);
  }
  const bool answered =
      std::ranges::any_of(questions, [](const auto& question) { return question.chosen > 0; });
  if (questions.empty()) questions = questions_about(subject.about, context.request().request_id);
  if (fault || !answered) return show_survey(context, subject, std::move(questions), true);
  for (const auto& question : questions)
    if (question.chosen > 0) note(context, subject, *question.scale, question.chosen);
  auto response = http::redirect(303, context.urls().survey(context.lang()) + "?thanks=1&" +
                                          parameter("about", subject.about));
  response.cache_control = "no-store";
  return response;
}

}  // namespace

std::vector<SurveyQuestion> questions_about(std::string_view about, std::string_view chance) {
  const auto drawn = short_hash(chance);
  if (about != kContact) return {{&kScales.at(drawn % kScales.size())}};
  const auto* effort = find_scale("effort");
  const auto other = drawn % (kScales.size() - 1);
  const auto* scale = &kScales.at(other);
  return {{effort}, {scale < effort ? scale : scale + 1}};
}

http::Response answer_survey(const PageContext& context) {
  if (!context.center().events) return answer_not_found(context);
  return context.request().method == "POST" ? take_survey(context) : ask_survey(context);
}

}  // namespace kb
