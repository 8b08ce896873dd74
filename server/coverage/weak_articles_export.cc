#include "server/coverage/weak_articles_export.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/insights/csv_table.h"
#include "server/coverage/site_days.h"

namespace kb {
namespace {

using insights::csv_number;
using insights::HealthFinding;
using insights::Share;
using Json = nlohmann::ordered_json;

Json share_json(const std::optional<Share>& share) {
  if (!share) return nullptr;
  Json json = {{"count", share->count}, {"of", share->of}, {"low", nullptr}, {"high", nullptr}};
  if (const auto interval = share->interval()) {
    json["low"] = interval->low;
    json["high"] = interval->high;
  }
  return json;
}

Json finding_json(const HealthFinding& finding) {
  return {{"reason", insights::health_reason_name(finding.reason)},
          {"count", finding.count},
          {"now", share_json(finding.now)},
          {"held_against", share_json(finding.held_against)}};
}

Json weak_json(const WeakArticle& article) {
  auto findings = Json::array();
  for (const auto& finding : article.findings) findings.push_back(finding_json(finding));
  return {{"article", article.object()},
          {"title", article.title},
          {"category", article.category},
          {"owner", article.owner},
          {"updated", article.updated ? Json(iso_date(*article.updated)) : Json(nullptr)},
          {"readers", article.readers},
          {"broken_links", article.broken_links},
          {"findings", std::move(findings)}};
}

std::string count_cell(const std::optional<Share>& share) {
  return share ? csv_number(share->count) : "";
}
std::string of_cell(const std::optional<Share>& share) {
  return share ? csv_number(share->of) : "";
}

}  // namespace

std::string weak_articles_json(const WeakArticles& weak) {
  auto articles = Json::array();
  for (const auto& article : weak.articles) articles.push_back(weak_json(article));
  const Json all = {
      {"from", iso_day(weak.days.from)},
      {"to", iso_day(weak.days.to)},
      {"counted_since", weak.counted_since ? Json(iso_day(*weak.counted_since)) : Json(nullptr)},
      {"articles", std::move(articles)}};
  return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string weak_articles_csv(const WeakArticles& weak) {
  insights::CsvTable table({"article", "title", "category", "owner", "updated", "readers", "reason",
                            "count", "now", "now_of", "against", "against_of"});
  for (const auto& article : weak.articles)
    for (const auto& finding : article.findings)
      table.add({article.object(), article.title, article.category, article.owner,
                 article.updated ? iso_date(*article.updated) : "", csv_number(article.readers),
                 std::string(insights::health_reason_name(finding.reason)),
                 csv_number(finding.count), count_cell(finding.now), of_cell(finding.now),
                 count_cell(finding.held_against), of_cell(finding.held_against)});
  return table.text();
}

}  // namespace kb
