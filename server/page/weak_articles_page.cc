#include "server/page/weak_articles_page.h"

#include <nlohmann/json.hpp>

#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;
using NoWeak = WeakArticlesPage::Empty;

json article_item(const Frame& frame, const WeakArticlesPage::Article& article) {
  auto findings = json::array();
  for (const auto& finding : article.findings)
    findings.push_back({{"reason", frame.text("coverage.reason_" + finding.reason)},
                        {"evidence", finding.evidence},
                        {"step", frame.text("coverage.step_" + finding.reason)},
                        {"work_url", finding.work_url}});
  json item = {
      {"title", article.title},
      {"url", article.url},
      {"language", text::language_name(article.lang, frame.lang())},
      {"category", article.category},
      {"owner", article.owner},
      {"readers", frame.text("coverage.readers",
                             {{"count", text::format_number(article.readers, frame.lang())}})},
      {"findings", std::move(findings)}};
  frame.mark_language(item, article.lang);
  return item;
}

// Keys of texts: what is said where there are none, and what to do then.
std::pair<const char*, const char*> words_for(NoWeak empty) {
  switch (empty) {
    case NoWeak::no_articles:
      return {"coverage.no_articles", "coverage.no_articles_advice"};
    case NoWeak::none_chosen:
      return {"coverage.none_chosen", "coverage.none_chosen_advice"};
    case NoWeak::none:
      break;
  }
  return {"coverage.none_weak", "coverage.none_weak_advice"};
}

}  // namespace

std::string render(const Renderer& renderer, const WeakArticlesPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("coverage.weak")});
  auto articles = json::array();
  for (const auto& article : page.articles) articles.push_back(article_item(frame, article));
  const auto [empty, advice] = words_for(page.empty);
  model["coverage_css_url"] = frame.asset_url("coverage.css");
  model["action"] = page.action;
  model["period"] =
      frame.text("coverage.period", {{"from", text::format_date(page.from, frame.lang())},
                                     {"to", text::format_date(page.to, frame.lang())}});
  model["note"] = page.note;
  model["reasons"] = choices(page.reasons);
  model["languages"] = choices(page.languages);
  model["categories"] = choices(page.categories);
  model["count"] =
      frame.text("coverage.count", {{"count", text::format_number(page.count, frame.lang())}});
  model["has_articles"] = !articles.empty();
  model["articles"] = std::move(articles);
  model["empty"] = frame.text(empty);
  model["empty_advice"] = frame.text(advice);
  model["csv_url"] = page.csv_url;
  model["json_url"] = page.json_url;
  frame.add_paging(model, page.paging);
  return frame.fill("weak_articles", model);
}

}  // namespace kb::page
