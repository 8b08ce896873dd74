#include "server/page/review_queue_page.h"

#include <nlohmann/json.hpp>

#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;

json question_item(const Frame& frame, const QueuedQuestion& question) {
  json item = {
      {"title", question.title},
      {"url", question.url},
      {"asked", frame.text("review.asked_times", {{"count", question.count}})},
      {"last_asked", frame.text("review.last_asked",
                                {{"date", text::format_date(question.last_asked, frame.lang())}})},
      {"language", text::language_name(question.lang, frame.lang())},
      {"satisfaction",
       question.satisfaction
           ? frame.text("review.satisfied", {{"mean", decimal(*question.satisfaction, 1)}})
           : ""},
      {"topic", question.topic},
      {"state", question.state.empty() ? "" : frame.text(question.state)},
      {"nearest", question.nearest},
      {"nearest_url", question.nearest_url}};
  frame.mark_language(item, question.lang);
  return item;
}

}  // namespace

std::string render(const Renderer& renderer, const ReviewQueuePage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("review.title")});
  std::vector<Choice> languages;
  for (const auto& lang : page.languages)
    languages.push_back({lang, text::language_name(lang, frame.lang()), lang == page.lang});
  std::vector<Choice> topics;
  for (const auto& topic : page.topics) topics.push_back({topic, topic, topic == page.topic});
  auto questions = json::array();
  for (const auto& question : page.questions) questions.push_back(question_item(frame, question));
  model["action"] = page.action;
  model["languages"] = choices(languages);
  model["topics"] = choices(topics);
  model["least"] = std::to_string(page.least);
  model["count"] = frame.text("writer.waiting", {{"count", page.count}});
  model["has_questions"] = !questions.empty();
  model["questions"] = std::move(questions);
  frame.add_paging(model, page.paging);
  return frame.fill("review_queue", model);
}

}  // namespace kb::page
