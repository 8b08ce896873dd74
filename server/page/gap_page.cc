#include "server/page/gap_page.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;

std::string percent(double share) {
  return decimal(100 * share, 0) + " %";
}

std::string signed_points(double difference) {
  const auto points = std::llround(100 * difference);
  return (points > 0 ? "+" : "") + std::to_string(points);
}

std::string moment(Time time) {
  auto text = iso_time(time).substr(0, 16);
  text[10] = ' ';
  return text + " UTC";
}

// States and trends have words of their own; all else stands as it is.
std::string value_text(const Frame& frame, const GapLine& line, const std::string& value) {
  if (value.empty()) return "—";
  return line.what == "state" ? gap_state_text(frame, value) : frame.isolated(value);
}

json line_item(const Frame& frame, const GapLine& line) {
  const bool is_words = line.what == "comment";
  // A proof's line keeps its figures as JSON: the page shows them in words elsewhere.
  const bool is_figures = line.what == "proof";
  return {
      {"when", moment(line.at)},
      {"when_iso", iso_time(line.at)},
      {"text",
       frame.text("gap.change." + line.what,
                  {{"who", line.who.empty() ? frame.text("gap.system") : frame.isolated(line.who)},
                   {"before", is_figures ? "" : value_text(frame, line, line.before)},
                   {"after", is_figures || is_words ? "" : value_text(frame, line, line.after)}})},
      {"words", is_words ? line.after : ""}};
}

json line_items(const Frame& frame, const std::vector<GapLine>& lines) {
  auto items = json::array();
  for (const auto& line : lines) items.push_back(line_item(frame, line));
  return items;
}

void add_questions(const Frame& frame, const GapPage& page, json& model) {
  // Of a gap that was not found again nobody knows how many asked.
  const auto number = [&](std::int64_t count, const GapPage::Question& question) {
    return question.customers == 0 ? "—" : text::format_number(count, frame.lang());
  };
  auto items = json::array();
  for (const auto& question : page.questions) {
    json item = {{"number", std::to_string(items.size() + 1)},
                 {"text", question.text},
                 {"ticked", question.is_ticked},
                 {"customers", number(question.customers, question)},
                 {"failed", number(question.failed, question)}};
    frame.mark_language(item, page.card.lang);
    items.push_back(std::move(item));
  }
  model["has_questions"] = !items.empty();
  model["may_split"] = items.size() > 1;
  model["questions"] = std::move(items);
  model["hidden"] = page.hidden_questions == 0
                        ? ""
                        : frame.text("gap.hidden", {{"count", page.hidden_questions}});
}

void add_evidence(const Frame& frame, const GapPage& page, json& model) {
  auto articles = json::array();
  for (const auto& article : page.articles) {
    json item = {{"title", article.title},
                 {"url", article.url},
                 {"fits", frame.text("gap.fits", {{"share", percent(article.share)}})},
                 {"stale", article.is_stale}};
    frame.mark_language(item, article.lang);
    articles.push_back(std::move(item));
  }
  model["has_articles"] = !articles.empty();
  model["articles"] = std::move(articles);
  model["has_tickets"] = !page.tickets.empty();
  model["ticket_links"] = frame.links(page.tickets);
  model["has_notes"] = !page.notes.empty();
  model["notes"] = page.notes;
  model["has_elsewhere"] = !page.elsewhere.empty();
  model["elsewhere"] = frame.links(page.elsewhere);
}

std::string share_text(const Frame& frame, std::string_view key, const GapShare& share) {
  return frame.text(key, {{"rate", share.rate ? percent(*share.rate) : "—"},
                          {"count", share.count},
                          {"of", share.of},
                          {"low", percent(share.low)},
                          {"high", percent(share.high)}});
}

void add_proof(const Frame& frame, const GapPage& page, json& model) {
  model["proof"] = page.proof.has_value();
  if (!page.proof) return;
  const auto& proof = *page.proof;
  model["verdict"] = frame.text("gap.verdict." + proof.verdict);
  model["verdict_key"] = proof.verdict;
  model["proof_before"] = share_text(frame, "gap.proof_before", proof.before);
  model["proof_after"] = share_text(frame, "gap.proof_after", proof.after);
  model["proof_difference"] =
      proof.difference
          ? frame.text("gap.proof_difference", {{"points", signed_points(*proof.difference)},
                                                {"low", signed_points(proof.low)},
                                                {"high", signed_points(proof.high)}})
          : "";
}

void add_gap_form(const Frame& frame, const GapPage& page, json& model) {
  std::vector<Choice> states;
  for (const auto& state : page.states)
    states.push_back({state, gap_state_text(frame, state), state == page.fields.state});
  model["action"] = page.action;
  model["version"] = std::to_string(page.version);
  model["seen"] = std::to_string(page.seen);
  model["states"] = choices(states);
  model["owners"] = choices(page.owners);
  model["mine"] = page.mine;
  model["field_label"] = page.fields.label;
  model["field_due"] = page.fields.due;
  model["field_article"] = page.fields.article;
  model["field_reason"] = page.fields.reason;
  model["field_comment"] = page.fields.comment;
  for (const auto* field :
       {"label", "state", "owner", "due", "article", "reason", "comment", "merge", "split"}) {
    const auto fault = page.faults.find(field);
    model[std::string(field) + "_fault"] =
        fault == page.faults.end() ? "" : frame.text(fault->second);
  }
  model["has_faults"] = !page.faults.empty();
  model["has_changed"] = !page.changed.empty();
  model["changed"] = line_items(frame, page.changed);
  model["has_others"] = !page.others.empty();
  model["others"] = choices(page.others);
  model["split_label"] = page.split_label;
}

}  // namespace

std::string render(const Renderer& renderer, const GapPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = page.card.label});
  model["gaps_css_url"] = frame.asset_url("gaps.css");
  model["queue_url"] = page.queue_url;
  model["card"] = gap_item(frame, page.card);
  model["gap_label"] = page.card.label;
  model["category"] = page.category;
  model["failure_rate"] = page.failure_rate ? percent(*page.failure_rate) : "";
  add_questions(frame, page, model);
  add_evidence(frame, page, model);
  add_proof(frame, page, model);
  model["has_history"] = !page.history.empty();
  model["history"] = line_items(frame, page.history);
  add_gap_form(frame, page, model);
  model["merged"] = !page.merged_into.url.empty();
  model["merged_text"] = page.merged_into.text;
  model["merged_url"] = page.merged_into.url;
  model["draft_url"] = page.draft_url;
  model["replay_url"] = page.replay_url;
  model["notice_url"] = page.notice_url;
  return frame.fill("gap", model);
}

}  // namespace kb::page
