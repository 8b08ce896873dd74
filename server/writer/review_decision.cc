#include "server/writer/review_decision.h"

#include <algorithm>

#include "server/writer/answer_file.h"
#include "server/writer/new_file.h"
#include "server/writer/source_place.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using store::Review;
using store::ReviewState;
using store::Sql;

Review review_of(const StaffRequest& staff, const Decision& decision, ReviewState state) {
  const auto& text = decision.text;
  return {.source = decision.source,
          .ticket = decision.ticket,
          .state = state,
          .lang = decision.lang,
          .title = text.title,
          .question = text.question,
          .answer = text.answer,
          .category = text.category,
          .target = state == ReviewState::merged ? text.article : text.path,
          .note = text.note,
          .who = staff.identity.name,
          .at = staff.center.clock.now()};
}

bool is_same_text(const Review& a, const Review& b) {
  return a.lang == b.lang && a.title == b.title && a.question == b.question &&
         a.answer == b.answer && a.category == b.category && a.target == b.target;
}

std::string key_of(const Decision& decision) {
  return decision.source + "/" + decision.ticket;
}

// `work` on the review as the store has it, if that is what the writer saw.
template <class Work>
Result<Outcome> decide_on(const StaffRequest& staff, const Decision& decision, const Work& work) {
  return staff.store.write([&](Sql& sql) -> Result<Outcome> {
    auto current = store::find_review(sql, decision.source, decision.ticket);
    if (!current) return fail(current.error());
    if (version_of(*current) != decision.text.seen)
      return Outcome{Outcome::Result::changed, std::move(*current)};
    return work(sql, *current);
  });
}

Result<Outcome> put(const StaffRequest& staff, Sql& sql, Review review, std::string_view action,
                    Outcome::Result result = Outcome::Result::done) {
  if (auto kept = store::put_review(sql, review); !kept) return fail(kept.error());
  const auto object = review.source + "/" + review.ticket;
  const auto& detail = review.state == ReviewState::rejected ? review.note : review.target;
  if (auto noted = staff.audit(sql, action, object, detail); !noted) return fail(noted.error());
  return Outcome{result, std::move(review)};
}

// A decision that cannot be made from where the review stands: as if somebody had been faster.
bool is_open(const std::optional<Review>& review) {
  return !review || !store::is_decided(review->state);
}

Result<Outcome> too_late(const std::optional<Review>& current) {
  return Outcome{Outcome::Result::changed, current};
}

// Runs `transaction`, which writes `file`. What the store says in the end counts: an answer that it
// does not know of must not be published.
template <class Transaction>
Result<Outcome> with_file(const StaffRequest& staff, const Decision& decision, ReviewState meant,
                          const fs::path& file, const bool& written,
                          const Transaction& transaction) {
  auto outcome = transaction();
  if (outcome || !written) return outcome;
  const auto now = staff.store.read(
      [&](Sql& sql) { return store::find_review(sql, decision.source, decision.ticket); });
  if (now && *now && (*now)->state == meant) return Outcome{Outcome::Result::done, *now};
  std::error_code ignored;  // told already: the error of the transaction
  fs::remove(file, ignored);
  return outcome;
}

std::vector<std::string> approvers(const std::optional<Review>& current, const Review& approved) {
  std::vector<std::string> names;
  const bool is_second =
      current && current->state == ReviewState::waiting && is_same_text(*current, approved);
  if (is_second) names.push_back(current->who);
  if (std::ranges::find(names, approved.who) == names.end()) names.push_back(approved.who);
  return names;
}

std::string answer_text(const Decision& decision, const Review& review,
                        std::vector<std::string> names) {
  const FileFacts facts{
      .title = review.title,
      .category = review.category,
      .updated = review.at,
      .owner = names.front(),
      .origin = {.ticket = key_of(decision), .asked = decision.asked, .approved_by = names}};
  const auto question = quoted_markdown(review.question);
  return markdown_file(facts, question + (question.empty() ? "" : "\n") + review.answer);
}

}  // namespace

Result<Outcome> save(const StaffRequest& staff, const Decision& decision) {
  return decide_on(staff, decision, [&](Sql& sql, const auto& current) {
    if (!is_open(current)) return too_late(current);
    return put(staff, sql, review_of(staff, decision, ReviewState::saved), "answer.save");
  });
}

Result<Outcome> approve(const StaffRequest& staff, const Decision& decision) {
  const auto place = answer_place(staff.center.config, decision.lang, decision.text.path);
  if (!place) return fail(place.error());
  bool written = false;
  return with_file(staff, decision, ReviewState::approved, place->file, written, [&] {
    return decide_on(staff, decision, [&](Sql& sql, const auto& current) -> Result<Outcome> {
      if (!is_open(current)) return too_late(current);
      auto review = review_of(staff, decision, ReviewState::approved);
      const auto names = approvers(current, review);
      if (staff.center.config.tickets.four_eyes && names.size() < 2) {
        review.state = ReviewState::waiting;
        return put(staff, sql, review, "answer.approve.first", Outcome::Result::waits);
      }
      auto outcome = put(staff, sql, review, "answer.approve");
      if (!outcome) return outcome;
      const auto file =
          write_new_file(place->folder, place->file, answer_text(decision, review, names));
      if (!file) return fail(file.error());
      written = true;
      return outcome;
    });
  });
}

Result<Outcome> reject(const StaffRequest& staff, const Decision& decision) {
  return decide_on(staff, decision, [&](Sql& sql, const auto& current) {
    if (!is_open(current)) return too_late(current);
    return put(staff, sql, review_of(staff, decision, ReviewState::rejected), "answer.reject");
  });
}

Result<Outcome> reopen(const StaffRequest& staff, const Decision& decision) {
  return decide_on(staff, decision, [&](Sql& sql, const auto& current) -> Result<Outcome> {
    if (!current || current->state != ReviewState::rejected) return too_late(current);
    auto review = *current;
    review.state = ReviewState::saved;
    review.who = staff.identity.name;
    review.at = staff.center.clock.now();
    return put(staff, sql, review, "answer.reopen");
  });
}

Result<Outcome> merge(const StaffRequest& staff, const Decision& decision, const DraftFile& draft) {
  bool written = false;
  return with_file(staff, decision, ReviewState::merged, draft.file, written, [&] {
    return decide_on(staff, decision, [&](Sql& sql, const auto& current) -> Result<Outcome> {
      if (!is_open(current)) return too_late(current);
      auto outcome =
          put(staff, sql, review_of(staff, decision, ReviewState::merged), "answer.merge");
      if (!outcome) return outcome;
      const auto file = write_new_file(draft.folder, draft.file, draft.content);
      if (!file) return fail(file.error());
      written = true;
      return outcome;
    });
  });
}

Result<AnswerPlace> answer_place(const Config& config, const std::string& lang,
                                 const std::string& id) {
  const auto source = std::ranges::find(config.sources, SourceKind::answers, &SourceConfig::kind);
  if (source == config.sources.end())
    return fail("no source is for approved answers", "kb.yaml",
                "add {kind: answers, path: content/answers} to `sources`");
  auto file = place_of(*source, config.site.default_language, lang, id);
  if (!file) return fail(file.error());
  return AnswerPlace{source->path, std::move(*file)};
}

}  // namespace kb
