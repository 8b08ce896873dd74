#include "server/coverage/weak_articles_answer.h"

#include <algorithm>
#include <array>

#include "core/text/message.h"
#include "server/coverage/site_days.h"
#include "server/coverage/translations_export.h"
#include "server/coverage/weak_articles.h"
#include "server/coverage/weak_articles_export.h"
#include "server/insights/figure_words.h"
#include "server/insights/filter_choices.h"
#include "server/number_parameter.h"
#include "server/page/weak_articles_page.h"
#include "server/pages/category_words.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

using insights::HealthFinding;
using insights::HealthReason;
using WeakEmpty = page::WeakArticlesPage::Empty;

constexpr std::size_t kWeakOnPage = 50;
constexpr std::size_t kLinksNamed = 3;
constexpr std::string_view kWeakArticlesApi = "/api/v1/weak-articles";
constexpr std::array kReasons = {HealthReason::broken_links,     HealthReason::flagged,
                                 HealthReason::leads_to_contact, HealthReason::falling,
                                 HealthReason::outdated,         HealthReason::never_found,
                                 HealthReason::never_read};

Result<WeakFilter> weak_filter(const http::Request& request) {
  WeakFilter filter{.lang = std::string(request.param("lang")),
                    .category = std::string(request.param("category"))};
  const std::string reason(request.param("reason"));
  if (reason.empty()) return filter;
  filter.reason = insights::parse_health_reason(reason);
  if (filter.reason) return filter;
  std::string known;
  for (const auto each : kReasons)
    known.append(known.empty() ? "" : ", ").append(insights::health_reason_name(each));
  return fail("no reason '" + reason + "'", "reason", "there are " + known);
}

std::string weak_query(const WeakFilter& filter) {
  std::string query;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    query.append(query.empty() ? "" : "&").append(name).append("=").append(parameter(value));
  };
  if (filter.reason) add("reason", insights::health_reason_name(*filter.reason));
  add("lang", filter.lang);
  add("category", filter.category);
  return query;
}

std::vector<page::Choice> reason_choices(const WeakFilter& filter,
                                         const page::LanguageTexts& texts) {
  std::vector<page::Choice> choices;
  for (const auto reason : kReasons) {
    const std::string name(insights::health_reason_name(reason));
    choices.push_back({name, texts.format("coverage.reason_" + name), filter.reason == reason});
  }
  return choices;
}

// What was found, in words, and where its next step is taken.
class FindingWords {
 public:
  FindingWords(const StaffRequest& staff, const page::LanguageTexts& texts,
               const store::DayRange& days)
      : staff_(staff), texts_(texts), figures_(texts, {}), days_(days) {}

  page::WeakArticlesPage::Finding shown(const WeakArticle& article, const std::string& url,
                                        const HealthFinding& finding) const {
    return {.reason = std::string(insights::health_reason_name(finding.reason)),
            .evidence = evidence(article, finding),
            .work_url = work_url(url, finding.reason)};
  }

 private:
  std::string evidence(const WeakArticle& article, const HealthFinding& finding) const {
    const auto key = "coverage.found_" + std::string(insights::health_reason_name(finding.reason));
    switch (finding.reason) {
      case HealthReason::broken_links:
        return texts_.format(key, {{"links", named_links(article.broken_links)}});
      case HealthReason::leads_to_contact:
      case HealthReason::falling:
        return texts_.format(
            key, {{"now", share(finding.now)}, {"against", share(finding.held_against)}});
      case HealthReason::outdated:
        return texts_.format(key, {{"date", date(article.updated.value_or(Time()))}});
      case HealthReason::never_read:
        return texts_.format(key, {{"date", date(first_second(days_.from))}});
      case HealthReason::flagged:
      case HealthReason::never_found:
        break;
    }
    return texts_.format(key, {{"count", figures_.number(finding.count)}});
  }

  std::string work_url(const std::string& url, HealthReason reason) const {
    if (reason == HealthReason::flagged) return staff_.url("/agent/flags");
    if (reason == HealthReason::never_found) return staff_.url("/writer/synonyms");
    return url;
  }

  std::string date(Time time) const { return text::format_date(time, texts_.lang()); }

  // "30 % (12/40; 18 %–46 %)": with the interval of 95 % confidence.
  std::string share(const std::optional<insights::Share>& share) const {
    if (!share) return figures_.percent(share);
    return texts_.format("coverage.share", {{"rate", figures_.percent(share)},
                                            {"count", figures_.number(share->count)},
                                            {"of", figures_.number(share->of)},
                                            {"interval", figures_.interval(*share)}});
  }

  static std::string named_links(const std::vector<std::string>& links) {
    std::string named;
    for (std::size_t i = 0; i < std::min(links.size(), kLinksNamed); ++i)
      named.append(i == 0 ? "" : ", ").append(links[i]);
    if (links.size() > kLinksNamed) named += ", …";
    // Paths read from left to right in every language.
    return "\u2066" + named + "\u2069";
  }

  const StaffRequest& staff_;
  const page::LanguageTexts& texts_;
  const FigureWords figures_;
  const store::DayRange days_;
};

page::WeakArticlesPage::Article shown_article(const StaffRequest& staff, const WeakArticle& weak,
                                              const FindingWords& words,
                                              const page::LanguageTexts& texts) {
  page::WeakArticlesPage::Article article{
      .title = weak.title,
      .lang = weak.lang,
      .url = staff.center.urls.article(weak.lang, weak.id, weak.kind),
      .owner = weak.owner,
      .readers = weak.readers};
  const auto generation = staff.center.searchers.generation();
  if (generation && !weak.category.empty())
    article.category = category_name(staff.center.config, *generation, weak.category, texts.lang());
  for (const auto& finding : weak.findings)
    article.findings.push_back(words.shown(weak, article.url, finding));
  return article;
}

std::string weak_path(const WeakFilter& filter, std::size_t number) {
  const auto query = weak_query(filter);
  return std::string(kWeakArticlesPath) + "?page=" + std::to_string(number) +
         (query.empty() ? "" : "&") + query;
}

void add_articles(const StaffRequest& staff, const WeakFilter& filter, const WeakArticles& weak,
                  const page::LanguageTexts& texts, page::WeakArticlesPage& view) {
  const auto number = number_parameter(staff.request, "page", 1, {1, 99'999}).value_or(1);
  const auto begin = std::min((number - 1) * kWeakOnPage, weak.articles.size());
  const auto end = std::min(begin + kWeakOnPage, weak.articles.size());
  const FindingWords words(staff, texts, weak.days);
  for (auto i = begin; i < end; ++i)
    view.articles.push_back(shown_article(staff, weak.articles[i], words, texts));
  view.count = std::ssize(weak.articles);
  view.paging.number = static_cast<std::int64_t>(number);
  if (number > 1) view.paging.previous_url = staff.url(weak_path(filter, number - 1));
  if (end < weak.articles.size()) view.paging.next_url = staff.url(weak_path(filter, number + 1));
}

// From when on it can be said what nobody reads or finds.
std::string note_of(const WeakArticles& weak, const page::LanguageTexts& texts) {
  if (!weak.has_articles || (weak.counted_since && *weak.counted_since <= weak.days.from))
    return {};
  if (!weak.counted_since) return texts.format("coverage.not_counted");
  const auto date = [&](std::int64_t day) {
    return text::format_date(first_second(day), texts.lang());
  };
  return texts.format("coverage.counted_since",
                      {{"date", date(*weak.counted_since)},
                       {"until", date(*weak.counted_since + insights::kHealthDays - 1)}});
}

}  // namespace

http::Response answer_weak_articles(const StaffRequest& staff) {
  const auto filter = weak_filter(staff.request).value_or(WeakFilter());
  auto weak = weak_articles(staff.center, staff.store);
  if (!weak) return staff.fault(weak.error());
  keep_chosen(filter, *weak);
  const auto texts = staff.center.renderer.texts().in(staff.lang);
  page::WeakArticlesPage view{.staff = staff.site("writer"),
                              .action = staff.url(kWeakArticlesPath),
                              .from = first_second(weak->days.from),
                              .to = first_second(weak->days.to),
                              .note = note_of(*weak, texts),
                              .reasons = reason_choices(filter, texts),
                              .languages = language_choices(staff, filter.lang, texts),
                              .categories = category_choices(staff, filter.category, texts)};
  add_articles(staff, filter, *weak, texts, view);
  if (!weak->has_articles)
    view.empty = WeakEmpty::no_articles;
  else if (!(filter == WeakFilter()))
    view.empty = WeakEmpty::none_chosen;
  const auto query = weak_query(filter);
  const auto api = staff.url(kWeakArticlesApi);
  view.json_url = api + (query.empty() ? "" : "?" + query);
  view.csv_url = api + "?format=csv" + (query.empty() ? "" : "&" + query);
  return staff.page(200, page::render(staff.center.renderer, view));
}

http::Response answer_weak_articles_api(const StaffRequest& staff) {
  const auto format = staff.request.param("format");
  if (!format.empty() && format != "json" && format != "csv")
    return http::problem(400, "`format` must be json or csv.");
  const auto filter = weak_filter(staff.request);
  if (!filter) return http::problem(400, to_line(filter.error()) + ".");
  auto weak = weak_articles(staff.center, staff.store);
  if (!weak) {
    auto response = http::problem(500, "The store could not be read.");
    response.fault = to_line(weak.error());
    return response;
  }
  keep_chosen(*filter, *weak);
  if (format != "csv") return staff.json(200, weak_articles_json(*weak));
  return csv_download("weak-articles.csv", weak_articles_csv(*weak));
}

}  // namespace kb
