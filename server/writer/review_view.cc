#include "server/writer/review_view.h"

#include <algorithm>

#include "core/store/answer_ratings.h"
#include "server/pages/page_context.h"
#include "server/writer/build_view.h"
#include "server/writer/merge_draft.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

using store::ReviewState;

constexpr std::size_t kArticles = 5;

page::ReviewFields fields_of(const ReviewText& text) {
  return {text.title, text.question, text.answer, text.category,
          text.path,  text.note,     text.article};
}

std::string state_key(ReviewState state) {
  switch (state) {
    case ReviewState::saved:
      return "review.state_saved";
    case ReviewState::waiting:
      return "review.state_waiting";
    case ReviewState::approved:
      return "review.state_approved";
    case ReviewState::merged:
      return "review.state_merged";
    case ReviewState::rejected:
      return "review.state_rejected";
  }
  return {};
}

std::optional<double> mean_satisfaction(const std::vector<Ticket>& tickets) {
  double sum = 0;
  int said = 0;
  for (const auto& ticket : tickets) {
    if (!ticket.satisfaction) continue;
    sum += *ticket.satisfaction;
    ++said;
  }
  return said == 0 ? std::nullopt : std::optional(sum / said);
}

std::string kind_in_words(const std::string& kind, const std::string& lang) {
  const auto known = redact::kind_of_name(kind);
  return known ? std::string(redact::placeholder_label(*known, lang)) : kind;
}

// The answer to begin with.
const Ticket& chosen_answer(const ReviewedQuestion& question, std::string_view chosen) {
  for (const auto& answer : question.answers)
    if (to_key(answer) == chosen) return answer;
  return question.answers.empty() ? question.members.front() : question.answers.front();
}

void add_answers(const StaffRequest& staff, const ReviewedQuestion& question, const Ticket& chosen,
                 page::ReviewPage& view) {
  const auto path = review_path(question.source, question.ticket);
  for (const auto& answer : question.answers) {
    const bool is_chosen = to_key(answer) == to_key(chosen);
    view.answers.push_back(
        {.ticket = to_key(answer),
         .text = marked_parts(answer.answer),
         .when = answer.solved.value_or(answer.created),
         .satisfaction = answer.satisfaction,
         .chosen = is_chosen,
         .choose_url = is_chosen || !view.open
                           ? ""
                           : staff.url(path + "?answer=" + parameter(to_key(answer)))});
  }
}

void add_state(const StaffRequest& staff, const ReviewedQuestion& question,
               page::ReviewPage& view) {
  if (!question.review) return;
  const auto& review = *question.review;
  view.open = !store::is_decided(review.state);
  view.rejected = review.state == ReviewState::rejected;
  view.state = state_key(review.state);
  view.who = review.who;
  view.when = review.at;
  if (view.rejected) view.reason = review.note;
  const auto generation = staff.center.searchers.generation();
  if (review.state == ReviewState::approved && generation &&
      generation->find(review.lang, review.target, Audience::everyone))
    view.answer_url = staff.center.urls.article(review.lang, review.target, Kind::answer);
  if (review.state == ReviewState::merged) {
    const auto slash = review.target.find('/');
    const MergeArticle article{
        .lang = review.target.substr(0, slash), .id = review.target.substr(slash + 1), .title = {}};
    const auto draft = merge_draft(
        staff.center.config, article, {},
        {.title = {}, .updated = review.at, .owner = {}, .origin = {.ticket = question.key()}}, {});
    if (draft) view.draft_file = draft->file.lexically_normal().string();
  }
}

// Keys are the same in all languages: those of the default language are offered.
std::vector<page::Choice> categories(const StaffRequest& staff, const std::string& chosen) {
  std::vector<page::Choice> found;
  const auto generation = staff.center.searchers.generation();
  if (!generation) return found;
  const PageContext context(staff.center, staff.request, staff.route, generation,
                            staff.center.config.site.default_language);
  for (const auto& key : context.shelves()->order())
    if (!key.empty()) found.push_back({key, context.category_name(key), key == chosen});
  const bool known = std::ranges::any_of(found, &page::Choice::chosen);
  if (!known && !chosen.empty()) found.push_back({chosen, chosen, true});
  return found;
}

Result<page::RatingForm> rating_of(const StaffRequest& staff, const Ticket& answer,
                                   const std::string& action) {
  const auto ratings = staff.store.read(
      [&](store::Sql& sql) { return store::ratings_of(sql, answer.source, answer.id); });
  if (!ratings) return fail(ratings.error());
  page::RatingForm form{.action = action};
  for (const auto& rating : *ratings) {
    if (rating.reviewer != staff.identity.name) continue;
    form.rated = true;
    form.may_rate = false;
    form.marks = {rating.correct, rating.complete, rating.clear, rating.tone};
  }
  return form;
}

}  // namespace

Result<page::ReviewPage> review_view(const StaffRequest& staff, const ReviewedQuestion& question,
                                     const std::optional<ReviewText>& text,
                                     std::string_view chosen) {
  page::ReviewPage view{.staff = staff.site("writer"),
                        .queue_url = staff.url(kQueuePath),
                        .action = staff.url(review_path(question.source, question.ticket)),
                        .seen = version_of(question.review),
                        .title = question.title,
                        .lang = question.lang,
                        .question = marked_parts(question.members.front().question),
                        .count = static_cast<std::int64_t>(question.count),
                        .satisfaction = mean_satisfaction(question.members),
                        .topic = question.topic,
                        .four_eyes = staff.center.config.tickets.four_eyes,
                        .build = build_view(staff.center)};
  for (const auto& [kind, count] : question.redacted)
    view.redacted.emplace_back(kind_in_words(kind, staff.lang), count);
  for (const auto& ticket : question.members)
    view.members.push_back({to_key(ticket), ticket.created});
  add_state(staff, question, view);
  const auto& answer = chosen_answer(question, chosen);
  add_answers(staff, question, answer, view);

  const auto articles = find_articles(staff, question.title, question.members.front().question,
                                      question.lang, kArticles);
  if (!articles) return fail(articles.error());
  for (const auto& hit : *articles)
    view.articles.push_back({.key = object_of(hit),
                             .title = hit.title,
                             .lang = hit.lang,
                             .url = staff.center.urls.article(hit.lang, hit.id, hit.kind),
                             .snippet_html = hit.snippet_html});

  const bool is_new = !text && (!question.review || !chosen.empty());
  auto shown = text     ? *text
               : is_new ? ReviewText::proposed(question.members.front(), answer)
                        : ReviewText::of(*question.review);
  if (is_new && !articles->empty()) shown.category = articles->front().category;
  view.fields = fields_of(shown);
  view.categories = categories(staff, shown.category);
  if (!question.answers.empty()) {
    auto rating = rating_of(staff, question.answers.front(), view.action);
    if (!rating) return fail(rating.error());
    view.rating = std::move(*rating);
  }
  return view;
}

void add_personal_data(const StaffRequest& staff, const PersonalData& data, const ReviewText& text,
                       page::ReviewPage& view) {
  for (const auto& value : data.values)
    view.values.push_back({.text = value.text,
                           .kind = std::string(redact::placeholder_label(value.kind, staff.lang)),
                           .kept = std::ranges::find(text.kept, value.text) != text.kept.end()});
  view.placeholders = data.placeholders;
}

}  // namespace kb
