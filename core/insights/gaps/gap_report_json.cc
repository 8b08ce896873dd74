#include "core/insights/gaps/gap_report_json.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/insights/known_json.h"

namespace kb::insights {
namespace {

using GapsJson = nlohmann::ordered_json;

GapsJson reasons_json(const std::vector<GapReason>& reasons) {
  GapsJson json = GapsJson::array();
  for (const GapReason& reason : reasons)
    json.push_back(
        {{"key", reason.key}, {"count", reason.count}, {"text", known_json(reason.text)}});
  return json;
}

GapsJson questions_json(const std::vector<GapQuestion>& questions) {
  GapsJson json = GapsJson::array();
  for (const GapQuestion& question : questions)
    json.push_back(
        {{"text", question.text}, {"customers", question.customers}, {"failed", question.failed}});
  return json;
}

GapsJson articles_json(const std::vector<GapArticle>& articles) {
  GapsJson json = GapsJson::array();
  for (const GapArticle& article : articles)
    json.push_back({{"lang", article.lang},
                    {"id", article.id},
                    {"title", article.title},
                    {"share", article.share},
                    {"is_stale", article.is_stale}});
  return json;
}

GapsJson synonym_json(const SynonymProposal& synonym) {
  return {{"lang", synonym.lang},           {"asked", synonym.asked},
          {"found", synonym.found},         {"article", known_json(synonym.article)},
          {"customers", synonym.customers}, {"asked_by", synonym.asked_by},
          {"examples", synonym.examples}};
}

}  // namespace

nlohmann::ordered_json share_json(const Share& share) {
  return {{"count", share.count},
          {"of", share.of},
          {"rate", known_json(share.rate())},
          {"interval", known_json(share.interval())}};
}

nlohmann::ordered_json gap_json(const FoundGap& gap) {
  return {{"id", gap.id == 0 ? GapsJson(nullptr) : GapsJson(gap.id)},
          {"lang", gap.lang},
          {"label", known_json(gap.label)},
          {"words", gap.words},
          {"category", known_json(gap.category)},
          {"diagnosis", diagnosis_name(gap.diagnosis)},
          {"reasons", reasons_json(gap.reasons)},
          {"customers", gap.customers},
          {"customers_before", known_json(gap.customers_before)},
          {"failures", share_json(gap.failures)},
          {"tickets", gap.ticket_count},
          {"cost", gap.cost > 0 ? GapsJson(gap.cost) : GapsJson(nullptr)},
          {"trend", gap_trend_name(gap.trend)},
          {"by_day", gap.by_day},
          {"questions", questions_json(gap.questions)},
          {"hidden_questions", gap.hidden_questions},
          {"newest_tickets", gap.tickets},
          {"notes", gap.notes},
          {"articles", articles_json(gap.articles)},
          {"elsewhere", gap.elsewhere},
          {"synonym", gap.synonym ? synonym_json(*gap.synonym) : GapsJson(nullptr)}};
}

nlohmann::ordered_json gap_report_head_json(const GapReport& report) {
  return {{"period", period_json(report.period)},
          {"time_zone", report.time_zone},
          {"made", iso_time(report.made)},
          {"shown_from", report.shown_from},
          {"cost_per_ticket",
           report.cost_per_ticket > 0 ? GapsJson(report.cost_per_ticket) : GapsJson(nullptr)},
          {"currency", known_json(report.currency)},
          {"asked", report.askings},
          {"filtered", report.filtered},
          {"notes", report.notes}};
}

std::string to_json(const GapReport& report) {
  GapsJson json = gap_report_head_json(report);
  json["gaps"] = GapsJson::array();
  for (const FoundGap& gap : report.gaps) json["gaps"].push_back(gap_json(gap));
  json["synonyms"] = GapsJson::array();
  for (const SynonymProposal& synonym : report.synonyms)
    json["synonyms"].push_back(synonym_json(synonym));
  return json.dump(2, ' ', false, GapsJson::error_handler_t::replace) + "\n";
}

}  // namespace kb::insights
