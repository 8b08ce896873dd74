#include "server/page/review_page.h"

#include <nlohmann/json.hpp>

#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;

std::string date(const Frame& frame, Time time) {
  return text::format_date(time, frame.lang());
}

std::string satisfied(const Frame& frame, const std::string& mean) {
  return frame.text("review.satisfied", {{"mean", mean}});
}

void add_question(const Frame& frame, const ReviewPage& page, json& model) {
  std::string redacted;
  for (const auto& [kind, count] : page.redacted)
    redacted +=
        (redacted.empty() ? "" : " · ") + kind + ": " + text::format_number(count, frame.lang());
  model["queue_url"] = page.queue_url;
  model["question_title"] = page.title;
  frame.mark_language(model, page.lang);
  model["parts"] = parts(page.question);
  model["asked"] = frame.text("review.asked_times", {{"count", page.count}});
  model["language"] = text::language_name(page.lang, frame.lang());
  model["satisfaction"] = page.satisfaction ? decimal(*page.satisfaction, 1) : "";
  model["topic"] = page.topic;
  model["redacted"] = redacted;
  auto members = json::array();
  for (const auto& member : page.members)
    members.push_back({{"ticket", member.ticket}, {"when", date(frame, member.when)}});
  model["members"] = std::move(members);
}

void add_answers(const Frame& frame, const ReviewPage& page, json& model) {
  auto answers = json::array();
  for (const auto& answer : page.answers) {
    json item = {
        {"ticket", answer.ticket},
        {"parts", parts(answer.text)},
        {"when", date(frame, answer.when)},
        {"satisfaction",
         answer.satisfaction ? satisfied(frame, std::to_string(*answer.satisfaction)) : ""},
        {"chosen", answer.chosen},
        {"choose_url", answer.choose_url}};
    frame.mark_language(item, page.lang);
    answers.push_back(std::move(item));
  }
  model["answers"] = std::move(answers);
}

void add_articles(const Frame& frame, const ReviewPage& page, json& model) {
  auto articles = json::array();
  for (const auto& article : page.articles) {
    json item = {{"key", article.key},
                 {"number", std::to_string(articles.size() + 1)},
                 {"title", article.title},
                 {"url", article.url},
                 {"snippet_html", article.snippet_html},
                 {"chosen", article.key == page.fields.article}};
    frame.mark_language(item, article.lang);
    articles.push_back(std::move(item));
  }
  model["has_articles"] = !articles.empty();
  model["articles"] = std::move(articles);
}

void add_state(const Frame& frame, const ReviewPage& page, json& model) {
  model["open"] = page.open;
  model["rejected"] = page.rejected;
  model["state"] = page.state.empty() ? "" : frame.text(page.state);
  model["state_by"] = page.when ? frame.text("review.state_by", {{"who", frame.isolated(page.who)},
                                                                 {"date", date(frame, *page.when)}})
                                : "";
  model["reason"] = page.reason;
  model["answer_url"] = page.answer_url;
  model["draft_file"] = page.draft_file;
  model["changed"] = page.changed_by.empty()
                         ? ""
                         : frame.text("review.changed", {{"who", frame.isolated(page.changed_by)}});
  model["problem"] = page.problem;
}

void add_review_form(const Frame& frame, const ReviewPage& page, json& model) {
  auto values = json::array();
  for (const auto& value : page.values)
    values.push_back({{"number", std::to_string(values.size() + 1)},
                      {"value", value.text},
                      {"kind", value.kind},
                      {"kept", value.kept}});
  std::string placeholders;
  for (const auto& placeholder : page.placeholders)
    placeholders += (placeholders.empty() ? "" : " ") + placeholder;
  for (const char* field : {"title", "question", "answer", "path", "note", "article"}) {
    const auto found = page.faults.find(field);
    model[std::string(field) + "_fault"] =
        found == page.faults.end() ? "" : frame.text(found->second);
  }
  model["has_faults"] = !page.faults.empty() || !values.empty() || !placeholders.empty();
  model["seen"] = page.seen;
  model["text_title"] = page.fields.title;
  model["text_question"] = page.fields.question;
  model["text_answer"] = page.fields.answer;
  model["text_path"] = page.fields.path;
  model["text_note"] = page.fields.note;
  model["categories"] = choices(page.categories);
  model["has_values"] = !values.empty();
  model["values"] = std::move(values);
  model["placeholders"] =
      placeholders.empty() ? "" : frame.text("review.placeholders", {{"found", placeholders}});
  model["four_eyes"] = page.four_eyes;
}

}  // namespace

std::string render(const Renderer& renderer, const ReviewPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = page.title});
  add_question(frame, page, model);
  add_answers(frame, page, model);
  add_articles(frame, page, model);
  add_state(frame, page, model);
  add_review_form(frame, page, model);
  add_build(frame, model, page.build);
  model["rate"] = page.rating.has_value();
  if (page.rating) add_rating(frame, model, *page.rating);
  model["action"] = page.action;
  return frame.fill("review", model);
}

}  // namespace kb::page
