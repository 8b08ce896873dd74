#include "server/writer/review_text.h"

#include <array>

#include "core/base/content_hash.h"
#include "core/text/slug.h"
#include "server/writer/source_place.h"

namespace kb {
namespace {

constexpr std::size_t kLongestTitle = 200;  // bytes, as all of these
constexpr std::size_t kLongestProposedPath = 60;
constexpr std::size_t kLongestText = 40'000;
constexpr std::size_t kLongestNote = 4'000;

struct Named {
  std::string_view name;
  Action action;
};
constexpr std::array kActions = {
    Named{"save", Action::save},       Named{"approve", Action::approve},
    Named{"merge", Action::merge},     Named{"reject", Action::reject},
    Named{"reopen", Action::reopen},   Named{"rate", Action::rate},
    Named{"publish", Action::publish},
};

std::string trimmed(std::string text) {
  constexpr std::string_view kBlanks = " \t\n\r";
  const auto end = text.find_last_not_of(kBlanks);
  if (end == std::string::npos) return {};
  text.erase(end + 1);
  text.erase(0, text.find_first_not_of(kBlanks));
  return text;
}

// On one line, whatever was sent.
std::string line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return trimmed(std::move(text));
}

// Whole words of the title, as many as make an address that can be read.
std::string proposed_path(const std::string& title) {
  auto path = text::slug(title);
  if (path.size() <= kLongestProposedPath) return path;
  const auto hyphen = path.rfind('-', kLongestProposedPath);
  if (hyphen != std::string::npos && hyphen > 0) path.erase(hyphen);
  return path;
}

// Of a subject, or of a question that has none.
std::string proposed_title(const Ticket& ticket) {
  auto title = line(ticket.subject);
  if (title.empty())
    title = line(ticket.question.substr(0, ticket.question.find_first_of("\n.?!")));
  while (title.size() > kLongestTitle) {
    const auto blank = title.rfind(' ', kLongestTitle);
    if (blank == std::string::npos) return {};
    title.erase(blank);
  }
  return title;
}

}  // namespace

std::optional<Action> parse_action(std::string_view name) {
  for (const auto& named : kActions)
    if (named.name == name) return named.action;
  return std::nullopt;
}

ReviewText ReviewText::of(const Form& form) {
  return {.title = line(form.text("title")),
          .question = trimmed(form.text("question")),
          .answer = trimmed(form.text("answer")),
          .category = line(form.text("category")),
          .path = line(form.text("path")),
          .note = trimmed(form.text("note")),
          .article = line(form.text("article")),
          .kept = form.all("keep"),
          .seen = form.text("seen")};
}

ReviewText ReviewText::of(const store::Review& review) {
  const bool is_merged = review.state == store::ReviewState::merged;
  return {.title = review.title,
          .question = review.question,
          .answer = review.answer,
          .category = review.category,
          .path = is_merged ? "" : review.target,
          .note = review.note,
          .article = is_merged ? review.target : ""};
}

ReviewText ReviewText::proposed(const Ticket& leader, const Ticket& best) {
  ReviewText text{.title = proposed_title(leader),
                  .question = trimmed(leader.question),
                  .answer = trimmed(best.answer)};
  text.path = proposed_path(text.title);
  return text;
}

Faults faults_in(const ReviewText& text, Action action) {
  Faults faults;
  if (text.note.size() > kLongestNote) faults["note"] = "review.fault_long";
  if (action == Action::reject) {
    if (text.note.empty()) faults["note"] = "review.fault_reason";
    return faults;
  }
  if (text.title.size() > kLongestTitle) faults["title"] = "review.fault_long";
  if (text.question.size() > kLongestText) faults["question"] = "review.fault_long";
  if (text.answer.size() > kLongestText) faults["answer"] = "review.fault_long";
  if (action == Action::save) return faults;
  if (text.title.empty()) faults["title"] = "review.fault_title";
  if (text.answer.empty()) faults["answer"] = "review.fault_answer";
  if (action == Action::approve && !is_plain_id(text.path)) faults["path"] = "review.fault_path";
  if (action == Action::merge && text.article.empty()) faults["article"] = "review.fault_article";
  return faults;
}

std::string version_of(const std::optional<store::Review>& review) {
  if (!review) return "none";
  std::string all;
  for (const auto& part :
       {std::string(store::review_state_name(review->state)), review->title, review->question,
        review->answer, review->category, review->target, review->note, review->who,
        std::to_string(review->at.time_since_epoch().count())})
    all += part + '\0';
  return content_hash(all);
}

}  // namespace kb
