#include "server/gaps/gaps_report.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/nearest_key.h"
#include "core/index/searcher_pool.h"
#include "core/insights/gaps/find_gaps.h"
#include "core/insights/gaps/gap_report_csv.h"
#include "core/insights/gaps/gap_report_json.h"
#include "core/insights/gaps/gap_report_text.h"
#include "core/redact/redactor.h"
#include "core/store/store.h"
#include "server/gaps/index_articles.h"

namespace kb {
namespace {

using insights::GapReport;

struct GapsFormat {
  std::string_view name;
  std::string (*print)(const GapReport& report);
};
constexpr std::array kGapsFormats = {GapsFormat{"text", insights::to_text},
                                     GapsFormat{"json", insights::to_json},
                                     GapsFormat{"csv", insights::to_csv}};

Result<GapsFormat> gaps_format(std::string_view name) {
  std::vector<std::string_view> known;
  for (const GapsFormat& format : kGapsFormats) {
    if (format.name == name) return format;
    known.push_back(format.name);
  }
  return fail("no format '" + std::string(name) + "'", "--format", nearest_key(name, known));
}

}  // namespace

Result<GapReport> find_gaps_now(const Config& config, Time now) {
  const auto calendar = text::Calendar::of(config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  const auto redactor = redact::Redactor::create(config.redact);
  if (!redactor) return fail(redactor.error());
  const auto store = store::Store::open(config.store.url, store::Store::Access::read);
  if (!store) return fail(store.error());
  text::Stemmers stemmers;
  index::SearcherPool searchers(config.index.path, stemmers);
  if (const auto opened = searchers.refresh(); !opened) return fail(opened.error());

  insights::GapFinder finder({.calendar = *calendar,
                              .insights = config.insights,
                              .gaps = config.gaps,
                              .redact = [&](std::string_view text, std::string_view lang) {
                                return redact::TicketRedaction(*redactor, lang).redact(text);
                              }});
  std::vector<store::Gap> kept;
  const auto read = (*store)->read([&](store::Sql& sql) -> Result<void> {
    if (auto done = finder.read(sql, now); !done) return done;
    auto listed = store::list_gaps(sql);
    if (!listed) return fail(listed.error());
    kept = std::move(*listed);
    return {};
  });
  if (!read) return fail(read.error());
  IndexArticles articles(searchers, config, now);
  return finder.report(articles, kept, now);
}

Result<std::string> gaps_report(const Config& config, const GapsReportWish& wish, Time now) {
  const auto format = gaps_format(wish.format);
  if (!format) return fail(format.error());
  auto report = find_gaps_now(config, now);
  if (!report) return fail(report.error());
  if (!wish.lang.empty()) {
    std::erase_if(report->gaps, [&](const auto& gap) { return gap.lang != wish.lang; });
    std::erase_if(report->synonyms, [&](const auto& synonym) { return synonym.lang != wish.lang; });
  }
  return format->print(*report);
}

}  // namespace kb
