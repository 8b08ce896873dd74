#include "server/writer/answer_rating.h"

namespace kb {
namespace {

constexpr std::size_t kLongestRatingNote = 4'000;  // bytes

// 0: none.
int mark_in(const Form& form, std::string_view criterion) {
  const auto text = form.text(criterion);
  return text.size() == 1 && text[0] >= '1' && text[0] <= '5' ? text[0] - '0' : 0;
}

}  // namespace

std::optional<store::AnswerRating> rating_in(const Form& form) {
  store::AnswerRating rating;
  rating.correct = mark_in(form, "correct");
  rating.complete = mark_in(form, "complete");
  rating.clear = mark_in(form, "clear");
  rating.tone = mark_in(form, "tone");
  rating.note = form.text("rating_note");
  if (rating.correct == 0 || rating.complete == 0 || rating.clear == 0 || rating.tone == 0 ||
      rating.note.size() > kLongestRatingNote)
    return std::nullopt;
  return rating;
}

Result<void> rate(const StaffRequest& staff, const std::string& source, const std::string& ticket,
                  store::AnswerRating rating) {
  rating.source = source;
  rating.ticket = ticket;
  rating.reviewer = staff.identity.name;
  rating.at = staff.center.clock.now();
  return staff.store.write([&](store::Sql& sql) -> Result<void> {
    if (auto put = store::put_rating(sql, rating); !put) return put;
    return staff.audit(sql, "answer.rate", source + "/" + ticket);  // the marks are not the log's
  });
}

void put_back(const Form& form, page::RatingForm& rating) {
  for (std::size_t i = 0; i < page::kCriteria.size(); ++i)
    rating.marks[i] = mark_in(form, page::kCriteria[i]);
  rating.note = form.text("rating_note");
  rating.fault = "rating.fault";
}

}  // namespace kb
