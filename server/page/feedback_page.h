// How the reader finds an article: the question below it, and the page that goes on from there.
// After a "no" it asks what was missing and shows where else there may be an answer.
//
//   article_page.vote = {.action = "/ro/feedback", .object = "ro/billing/refund"};   // the
//   question FeedbackPage page{.site = site, .vote = vote, .step = FeedbackStep::not_helped};
//   std::string html = render(renderer, page);
//
// With a script the page's part stands in the article itself (feedback.js). Pure and thread-safe.

#pragma once

#include <array>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

// Where the answer goes, and what goes with it. Without an action nothing is asked.
struct VoteForm {
  std::string action = {};
  std::string object = {};      // language and id: "ro/billing/refund"
  std::string trail = {};       // sealed; may be empty
  std::string query_id = {};    // of the search that led here; may be empty
  std::string survey_url = {};  // some readers are asked more: the page of those questions
};

// What can be missing: as events tell it, and the key of its text.
struct Reason {
  std::string_view name;
  std::string_view text;
};
extern const std::array<Reason, 4> kReasons;
inline constexpr std::size_t kLongestNote = 1000;  // characters

enum class FeedbackStep { asked, helped, not_helped, told };
enum class FeedbackFault { none, no_vote, no_reason, note_too_long };

struct FeedbackPage {
  Site site = {};
  VoteForm vote = {};
  FeedbackStep step = FeedbackStep::asked;
  FeedbackFault fault = FeedbackFault::none;
  ArticleLink article = {};
  std::string reason = {};     // as it was sent before
  std::string note = {};       // likewise
  Link search = {};            // the words searched for, and the results again; empty text: none
  std::string watch_url = {};  // empty: nobody can be told when the article changes
};

std::string render(const Renderer& renderer, const FeedbackPage& page);

// For the pages that ask: the question's part of their model, as _vote.mustache shows it.
nlohmann::json vote_model(const VoteForm& vote);

}  // namespace kb::page
