#include <algorithm>
#include <charconv>

#include "server/page/review_queue_page.h"
#include "server/writer/open_questions.h"
#include "server/writer/reviewed_question.h"
#include "server/writer/writer_answer.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

constexpr std::size_t kPageSize = 20;

std::size_t number_in(std::string_view text) {
  std::size_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<std::size_t>(number, 1, 99'999);
}

std::string page_path(const QuestionFilter& filter, std::size_t number) {
  return std::string(kQueuePath) + "?lang=" + parameter(filter.lang) +
         "&topic=" + parameter(filter.topic) + "&least=" + std::to_string(filter.least) +
         "&page=" + std::to_string(number);
}

std::string queued_state(const std::optional<store::ReviewState>& state) {
  if (!state) return {};
  return *state == store::ReviewState::waiting ? "review.state_waiting" : "review.state_saved";
}

Result<page::QueuedQuestion> row_of(const StaffRequest& staff, const OpenQuestion& question) {
  const auto [source, ticket] = split_key(question.ticket);
  page::QueuedQuestion row{.title = question.title,
                           .lang = question.lang,
                           .url = staff.url(review_path(source, ticket)),
                           .count = static_cast<std::int64_t>(question.count),
                           .satisfaction = question.satisfaction,
                           .last_asked = question.last_asked,
                           .topic = question.topic,
                           .state = queued_state(question.state)};
  const auto nearest = find_articles(staff, {}, question.title, question.lang, 1);
  if (!nearest) return fail(nearest.error());
  if (!nearest->empty()) {
    const auto& hit = nearest->front();
    row.nearest = hit.title;
    row.nearest_url = staff.center.urls.article(hit.lang, hit.id, hit.kind);
  }
  return row;
}

}  // namespace

http::Response answer_queue(const StaffRequest& staff) {
  const auto reviews = staff.store.read([](store::Sql& sql) { return store::list_reviews(sql); });
  if (!reviews) return staff.fault(reviews.error());
  const QuestionFilter filter{.lang = std::string(staff.request.param("lang")),
                              .topic = std::string(staff.request.param("topic")),
                              .least = number_in(staff.request.param("least"))};
  page::ReviewQueuePage view{.staff = staff.site("writer"),
                             .action = staff.url(kQueuePath),
                             .lang = filter.lang,
                             .topic = filter.topic,
                             .least = static_cast<std::int64_t>(filter.least)};
  const auto generation = staff.center.searchers.generation();
  if (!generation) return staff.page(200, page::render(staff.center.renderer, view));

  const auto states = states_of(*reviews);
  auto open = open_questions(*generation, states, {.lang = filter.lang, .least = filter.least});
  view.languages = generation->ticket_languages();
  view.topics = topics_of(open);
  if (!filter.topic.empty())
    std::erase_if(open, [&](const OpenQuestion& each) { return each.topic != filter.topic; });
  view.count = static_cast<std::int64_t>(open.size());
  const auto number = number_in(staff.request.param("page"));
  const auto begin = std::min((number - 1) * kPageSize, open.size());
  const auto end = std::min(begin + kPageSize, open.size());
  for (auto i = begin; i < end; ++i) {
    auto row = row_of(staff, open[i]);
    if (!row) return staff.fault(row.error());
    view.questions.push_back(std::move(*row));
  }
  view.paging.number = static_cast<std::int64_t>(number);
  if (number > 1) view.paging.previous_url = staff.url(page_path(filter, number - 1));
  if (end < open.size()) view.paging.next_url = staff.url(page_path(filter, number + 1));
  return staff.page(200, page::render(staff.center.renderer, view));
}

}  // namespace kb
