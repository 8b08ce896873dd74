#include "server/page/feedback_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {

constinit const std::array<Reason, 4> kReasons = {
    Reason{"outdated", "vote.outdated"}, Reason{"unclear", "vote.unclear"},
    Reason{"not_my_case", "vote.not_my_case"}, Reason{"wrong_language", "vote.wrong_language"}};

namespace {

using nlohmann::json;

std::string step_heading(const Frame& frame, FeedbackStep step) {
  switch (step) {
    case FeedbackStep::helped:
      return frame.text("vote.thanks_yes");
    case FeedbackStep::not_helped:
      return frame.text("vote.missing");
    case FeedbackStep::told:
      return frame.text("vote.thanks_no");
    case FeedbackStep::asked:
      break;
  }
  return frame.text("vote.question");
}

std::string feedback_fault(const Frame& frame, FeedbackFault fault) {
  switch (fault) {
    case FeedbackFault::no_vote:
      return frame.text("vote.fault_vote");
    case FeedbackFault::no_reason:
      return frame.text("vote.fault_reason");
    case FeedbackFault::note_too_long:
      return frame.text("vote.fault_long", {{"longest", static_cast<std::int64_t>(kLongestNote)}});
    case FeedbackFault::none:
      break;
  }
  return {};
}

json reasons(const Frame& frame, std::string_view chosen) {
  json items = json::array();
  for (const auto& reason : kReasons)
    items.push_back({{"name", reason.name},
                     {"text", frame.text(reason.text)},
                     {"chosen", reason.name == chosen}});
  return items;
}

void add_other_ways(json& model, const Frame& frame, const FeedbackPage& page) {
  model["search_url"] = page.search.text.empty() ? "" : page.search.url;
  model["other_results"] =
      page.search.text.empty()
          ? ""
          : frame.text("vote.other_results", {{"query", frame.isolated(page.search.text)}});
  model["watch_url"] = page.watch_url;
  const bool any =
      !page.search.text.empty() || !page.watch_url.empty() || !page.site.contact_url.empty();
  const bool wanted = page.step == FeedbackStep::not_helped || page.step == FeedbackStep::told;
  model["has_other_ways"] = any && wanted;
}

}  // namespace

json vote_model(const VoteForm& vote) {
  return {{"action", vote.action},
          {"object", vote.object},
          {"trail", vote.trail},
          {"query_id", vote.query_id},
          {"survey_url", vote.survey_url}};
}

std::string render(const Renderer& renderer, const FeedbackPage& page) {
  const Frame frame(renderer, page.site);
  const auto title = step_heading(frame, page.step);
  json model = frame.model({.title = title, .for_engines = false, .for_finding = false});
  model["heading"] = title;
  model["script_url"] = frame.asset_url("feedback.js");
  model["vote"] = vote_model(page.vote);
  model["article"] = frame.link(page.article);
  model["asked"] = page.step == FeedbackStep::asked;
  model["helped"] = page.step == FeedbackStep::helped;
  model["not_helped"] = page.step == FeedbackStep::not_helped;
  model["fault"] = feedback_fault(frame, page.fault);
  model["reasons"] = reasons(frame, page.reason);
  model["note"] = page.note;
  model["longest_note"] = std::to_string(kLongestNote);
  add_other_ways(model, frame, page);
  return frame.fill("feedback", model);
}

}  // namespace kb::page
