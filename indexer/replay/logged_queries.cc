#include "indexer/replay/logged_queries.h"

#include <algorithm>
#include <set>

#include "core/insights/search_intents.h"
#include "core/insights/session_split.h"
#include "core/store/event_table.h"

namespace kb {
namespace {

constexpr std::int64_t kLeastOpened = 2;  // visitors

bool is_in_work(const store::Gap& gap) {
  using State = store::GapState;
  return gap.state != State::verified && gap.state != State::wont_fix;
}

Result<std::vector<store::Gap>> read_gaps(store::Sql& sql, std::optional<std::int64_t> id) {
  if (!id) {
    auto gaps = store::list_gaps(sql);
    if (gaps) std::erase_if(*gaps, [](const auto& gap) { return !is_in_work(gap); });
    return gaps;
  }
  auto gap = store::find_gap(sql, *id);
  if (!gap) return fail(gap.error());
  const auto name = "gap " + std::to_string(*id);
  if (!*gap) return fail("there is no " + name, {}, "kb-server report gaps lists them");
  if ((*gap)->merged_into)
    return fail(name + " was merged into " + std::to_string(*(*gap)->merged_into), {},
                "name that one");
  return std::vector<store::Gap>{std::move(**gap)};
}

// Does the search count, and as what?
bool is_query(const insights::SearchIntent& intent) {
  return !intent.failed() && !intent.text().empty();
}

}  // namespace

void QueryTally::add(const store::Event& event) {
  if (event.who != store::Who::visitor || event.visitor == 0) return;
  const bool is_same = !visitor_.empty() && visitor_.front().day == event.day &&
                       visitor_.front().visitor == event.visitor;
  if (!is_same) end_visitor();
  visitor_.push_back(event);
}

void QueryTally::finish() {
  end_visitor();
}

void QueryTally::end_visitor() {
  std::set<Key> asked;
  std::set<std::pair<Key, std::string>> opened;
  const auto ordered = insights::in_order(visitor_);
  for (const auto session : insights::sessions_of(ordered))
    for (const auto& intent : insights::searches_of(session).intents) {
      if (!is_query(intent)) continue;
      const Key key{intent.decides->lang, insights::query_form(intent.text())};
      auto& tally = tallies_[key];
      if (tally.text.empty()) tally.text = intent.text();
      if (asked.insert(key).second) ++tally.visitors;
      if (intent.clicks.empty() || !insights::is_article(intent.clicks.back()->object)) continue;
      const auto& article = intent.clicks.back()->object;
      if (opened.emplace(key, article).second) ++tally.opened[article];
    }
  visitor_.clear();
}

std::int64_t QueryTally::visitors_of(const std::string& lang, const std::string& form) const {
  const auto found = tallies_.find({lang, form});
  return found == tallies_.end() ? 0 : found->second.visitors;
}

std::string QueryTally::text_of(const std::string& lang, const std::string& form) const {
  const auto found = tallies_.find({lang, form});
  return found == tallies_.end() ? form : found->second.text;
}

std::vector<ReplayQuery> QueryTally::answered(std::size_t most, int shown_from) const {
  std::vector<ReplayQuery> queries;
  for (const auto& [key, tally] : tallies_) {
    const auto best = std::ranges::max_element(tally.opened, {},
                                               [](const auto& opened) { return opened.second; });
    if (best == tally.opened.end() || best->second < kLeastOpened) continue;
    queries.push_back({.text = tally.text,
                       .lang = key.first,
                       .expected = best->first,
                       .visitors = tally.visitors,
                       .is_shown = tally.visitors >= shown_from});
  }
  std::ranges::stable_sort(queries, std::greater{}, &ReplayQuery::visitors);
  queries.resize(std::min(queries.size(), most));
  return queries;
}

Result<LoggedQueries> read_logged_queries(store::Sql& sql, const LoggedSelection& selection) {
  auto gaps = read_gaps(sql, selection.gap);
  if (!gaps) return fail(gaps.error());
  QueryTally tally;
  const auto read = store::each_event(sql, {.from_day = selection.from_day},
                                      [&](const store::Event& event) -> Result<void> {
                                        tally.add(event);
                                        return {};
                                      });
  if (!read) return fail(read.error());
  tally.finish();
  LoggedQueries logged;
  std::set<std::pair<std::string, std::string>> of_gaps;
  for (auto& gap : *gaps) {
    for (const auto& member : gap.questions) {
      const auto visitors = tally.visitors_of(gap.lang, member.question);
      logged.queries.push_back({.text = tally.text_of(gap.lang, member.question),
                                .lang = gap.lang,
                                .gap = gap.id,
                                .visitors = visitors,
                                .is_shown = visitors >= selection.shown_from});
      of_gaps.emplace(gap.lang, logged.queries.back().text);
    }
    gap.questions.clear();
    logged.gaps.push_back(std::move(gap));
  }
  auto answered = tally.answered(selection.most_answered, selection.shown_from);
  // What is a gap's question is asked to be answered better, whatever a few opened for it.
  std::erase_if(answered, [&](const ReplayQuery& query) {
    return of_gaps.contains({query.lang, query.text});
  });
  std::move(answered.begin(), answered.end(), std::back_inserter(logged.queries));
  return logged;
}

}  // namespace kb
