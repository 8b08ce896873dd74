#include "server/gaps/gap_feed.h"

#include <map>

#include "core/store/gap_table.h"
#include "server/discovery/atom_feed.h"
#include "server/gaps/gap_urls.h"

namespace kb {
namespace {

constexpr auto kFeedPeriod = std::chrono::days(30);
constexpr std::size_t kMostEntries = 100;
constexpr int kMostChanges = 2000;  // of which comments and the like are no entries

struct News {
  std::vector<store::GapChange> changes = {};
  std::map<std::int64_t, store::Gap> gaps = {};
};

Result<News> read_news(const StaffRequest& staff, store::Sql& sql) {
  News news;
  auto changes =
      store::gap_changes_since(sql, staff.center.clock.now() - kFeedPeriod, kMostChanges);
  if (!changes) return fail(changes.error());
  news.changes = std::move(*changes);
  auto gaps = store::list_gap_heads(sql);
  if (!gaps) return fail(gaps.error());
  for (auto& gap : *gaps) news.gaps.emplace(gap.id, std::move(gap));
  return news;
}

std::string feed_origin(const StaffRequest& staff) {
  const auto& configured = staff.center.config.site.base_url;
  if (!configured.empty()) return configured;
  return (staff.request.secure ? "https://" : "http://") + staff.request.host;
}

}  // namespace

http::Response answer_gap_feed(const StaffRequest& staff) {
  const auto news = staff.store.read([&](store::Sql& sql) { return read_news(staff, sql); });
  if (!news) {
    auto response = http::problem(500, "The store could not be read.");
    response.fault = to_line(news.error());
    return response;
  }
  const auto words = staff.center.renderer.texts().in(staff.lang);
  const auto origin = feed_origin(staff);
  AtomFeed feed{.title = words.format("gaps.title"),
                .author = staff.center.config.site.name,
                .lang = staff.lang,
                .url = origin + staff.url(kGapFeedPath),
                .home_url = origin + staff.url(kGapsPath),
                .updated = staff.center.clock.now()};
  for (const auto& change : news->changes) {
    const auto gap = news->gaps.find(change.gap);
    if (feed.entries.size() == kMostEntries) break;
    if (gap == news->gaps.end() || (change.what != "found" && change.what != "state")) continue;
    const auto what = change.what == "found" ? words.format("gaps.new_gap")
                                             : words.format("gap.state." + change.after);
    const auto label = gap->second.label.empty()
                           ? words.format("gaps.unnamed", {{"id", gap->second.id}})
                           : gap->second.label;
    feed.entries.push_back(
        {.title = what + ": " + label,
         // An entry's address is its name, so each change has its own.
         .url = origin + staff.url(gap_path(change.gap)) + "#change-" + std::to_string(change.id),
         .updated = change.at,
         .summary = change.who,
         .category = gap->second.lang});
  }
  http::Response response;
  response.content_type = "application/atom+xml; charset=utf-8";
  response.body = atom_feed(feed);
  make_private(response);
  return response;
}

}  // namespace kb
