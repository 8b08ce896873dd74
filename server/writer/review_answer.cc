#include <algorithm>

#include "server/build_runner.h"
#include "server/writer/answer_rating.h"
#include "server/writer/merge_draft.h"
#include "server/writer/open_questions.h"
#include "server/writer/review_decision.h"
#include "server/writer/review_view.h"
#include "server/writer/writer_answer.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

// What stands against doing as the writer asked.
struct Objections {
  Faults faults = {};
  PersonalData data = {};
  std::string problem = {};

  bool any() const {
    return !faults.empty() || !data.values.empty() || !data.placeholders.empty() ||
           !problem.empty();
  }
};

http::Response show(const StaffRequest& staff, int status, const ReviewedQuestion& question,
                    const std::optional<ReviewText>& text, const Objections& objections = {},
                    const std::string& changed_by = {}) {
  auto view = review_view(staff, question, text, staff.request.param("answer"));
  if (!view) return staff.fault(view.error());
  view->faults = objections.faults;
  view->problem = objections.problem;
  view->changed_by = changed_by;
  if (text) add_personal_data(staff, objections.data, *text, *view);
  return staff.page(status, page::render(staff.center.renderer, *view));
}

// A path that a file or text has already would be written over, or hidden.
bool is_taken(const StaffRequest& staff, const fs::path& file, const std::string& lang,
              const std::string& id) {
  std::error_code error;
  if (fs::exists(file, error)) return true;
  const auto generation = staff.center.searchers.generation();
  return generation && generation->find(lang, id, Audience::writers);
}

// Values that the writer has seen and means are no objection.
Result<PersonalData> unconfirmed(const StaffRequest& staff, const ReviewedQuestion& question,
                                 const ReviewText& text, Action action) {
  const auto texts = action == Action::reject ? std::vector<std::string>{text.note} : text.texts();
  auto data = personal_data(staff.center.config.redact, texts, question.lang);
  if (!data) return data;
  const bool all_kept = std::ranges::all_of(data->values, [&](const auto& value) {
    return std::ranges::find(text.kept, value.text) != text.kept.end();
  });
  if (all_kept) data->values.clear();
  if (action != Action::approve) data->placeholders.clear();
  return data;
}

Result<Objections> objections_to(const StaffRequest& staff, const ReviewedQuestion& question,
                                 const ReviewText& text, Action action) {
  Objections found{.faults = faults_in(text, action)};
  auto data = unconfirmed(staff, question, text, action);
  if (!data) return fail(data.error());
  found.data = std::move(*data);
  if (action != Action::approve || found.faults.contains("path")) return found;
  const auto place = answer_place(staff.center.config, question.lang, text.path);
  if (!place)
    found.problem = to_line(place.error());
  else if (is_taken(staff, place->file, question.lang, text.path))
    found.faults["path"] = "review.fault_taken";
  return found;
}

Decision decision_of(const ReviewedQuestion& question, ReviewText text) {
  return {question.source, question.ticket, question.lang, question.count, std::move(text)};
}

// The article that the writer chose, as the index has it.
Result<MergeArticle> article_of(const StaffRequest& staff, const std::string& key) {
  const auto [lang, id] = split_key(key);
  const auto generation = staff.center.searchers.generation();
  const auto found = generation ? generation->find(lang, id, Audience::everyone) : std::nullopt;
  if (!found) return fail("there is no such article", key, "choose one of the list");
  const auto record =
      generation->read_record(*found->database, *found->row, index::Generation::Part::head);
  if (!record) return fail(record.error());
  MergeArticle article{lang, id, found->row->title, found->row->category};
  for (const auto& section : record->sections())
    if (!section.anchor.empty() && section.level <= 3)
      article.outline.push_back(
          {std::string(section.anchor), std::string(section.title), section.level});
  return article;
}

Result<Outcome> merge_into_article(const StaffRequest& staff, const Decision& decision) {
  const auto article = article_of(staff, decision.text.article);
  if (!article) return fail(article.error());
  const auto& texts = staff.center.renderer.texts();
  const auto words = texts.in(texts.language_for(article->lang, staff.lang));
  const FileFacts facts{
      .title = {},
      .updated = staff.center.clock.now(),
      .owner = staff.identity.name,
      .origin = {.ticket = decision.source + "/" + decision.ticket, .asked = decision.asked}};
  const auto draft =
      merge_draft(staff.center.config, *article, decision.text, facts,
                  {words.format("review.draft_how", {}), words.format("review.draft_outline", {})});
  if (!draft) return fail(draft.error());
  return merge(staff, decision, *draft);
}

Result<Outcome> carry_out(const StaffRequest& staff, const Decision& decision, Action action) {
  switch (action) {
    case Action::approve:
      return approve(staff, decision);
    case Action::merge:
      return merge_into_article(staff, decision);
    case Action::reject:
      return reject(staff, decision);
    case Action::reopen:
      return reopen(staff, decision);
    default:
      return save(staff, decision);
  }
}

std::string_view done_text(Action action, const Outcome& outcome) {
  if (outcome.result == Outcome::Result::waits) return "staff.done.review_waits";
  switch (action) {
    case Action::approve:
      return "staff.done.review_approved";
    case Action::merge:
      return "staff.done.review_merged";
    case Action::reject:
      return "staff.done.review_rejected";
    default:
      return "staff.done.review_saved";
  }
}

http::Response decide(const StaffRequest& staff, ReviewedQuestion& question, Action action) {
  auto text = ReviewText::of(staff.form);
  if (action != Action::reopen) {
    const auto objections = objections_to(staff, question, text, action);
    if (!objections) return staff.fault(objections.error());
    if (objections->any()) return show(staff, 422, question, text, *objections);
  }
  const auto outcome = carry_out(staff, decision_of(question, text), action);
  if (!outcome) {
    auto response = show(staff, 500, question, text, {.problem = to_line(outcome.error())});
    response.fault = to_line(outcome.error());
    return response;
  }
  if (outcome->result == Outcome::Result::changed) {
    question.review = outcome->review;
    return show(staff, 409, question, text, {},
                outcome->review ? outcome->review->who : question.key());
  }
  if (action == Action::approve && outcome->result == Outcome::Result::done && staff.center.builds)
    staff.center.builds->request();
  return staff.done(review_path(question.source, question.ticket), done_text(action, *outcome));
}

http::Response rate_best(const StaffRequest& staff, const ReviewedQuestion& question) {
  if (question.answers.empty()) return staff.not_found();
  auto view = review_view(staff, question, {}, {});
  if (!view) return staff.fault(view.error());
  const auto rating = rating_in(staff.form);
  if (!rating || !view->rating->may_rate) {
    put_back(staff.form, *view->rating);
    return staff.page(422, page::render(staff.center.renderer, *view));
  }
  const auto& answer = question.answers.front();
  if (auto rated = rate(staff, answer.source, answer.id, *rating); !rated)
    return staff.fault(rated.error());
  return staff.done(review_path(question.source, question.ticket), "staff.done.rated");
}

http::Response publish_again(const StaffRequest& staff, const ReviewedQuestion& question) {
  if (!staff.center.builds) return staff.not_found();
  const auto noted = staff.store.write(
      [&](store::Sql& sql) { return staff.audit(sql, "publish", question.key()); });
  if (!noted) return staff.fault(noted.error());
  staff.center.builds->request();
  return staff.done(review_path(question.source, question.ticket), "staff.done.publish");
}

}  // namespace

http::Response answer_review(const StaffRequest& staff, std::string_view rest) {
  const auto [source, ticket] = split_key(rest);
  auto question = find_question(staff, source, ticket);
  if (!question) return staff.fault(question.error());
  if (!*question) return staff.not_found();
  if (staff.request.method != "POST") return show(staff, 200, **question, {});
  const auto action = parse_action(staff.form.text("do"));
  if (!action) return staff.not_found();
  if (*action == Action::rate) return rate_best(staff, **question);
  if (*action == Action::publish) return publish_again(staff, **question);
  return decide(staff, **question, *action);
}

}  // namespace kb
