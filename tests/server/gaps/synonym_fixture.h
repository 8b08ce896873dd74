// A Polish help center on 3 March 2026: the day before, three customers asked for "zwrot kasy" in
// vain, and found their answer with "zwrot kosztów".
//
//   class Choice : public SynonymFixture {};
//   TEST_F(Choice, …) { find_gaps(); EXPECT_EQ(get("/writer/synonyms", ana).status, 200); }
//
// Requests are answered with the gaps that were found. Not thread-safe.

#pragma once

#include <gmock/gmock.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "core/base/date.h"
#include "core/base/durable_file.h"
#include "core/store/event_table.h"
#include "server/gaps/gap_board.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/server/staff_fixture.h"

namespace kb {

class SynonymFixture : public StaffFixture {
 protected:
  SynonymFixture() {
    auto& site = center.site;
    site.clock = ManualClock(parse_time("2026-03-03T12:00:00Z").value());
    site.config.site.languages = {"pl"};
    site.config.site.default_language = "pl";
    site.config.search.path = site.folder() / "search";
    site.config.insights.shown_from = 2;
    site.config.gaps.least_customers = 2;
    site.write("pl/billing/refund.md",
               "---\ntitle: Zwrot kosztów\ncategory: billing\n---\n\nOddajemy w ciągu 14 dni.\n");
    center.publish();
    ana = logged_in("ana", Role::writer);
  }

  void find_gaps() {
    std::string day;
    for (const std::string who : {"v1", "v2", "v3"})
      day += "10:00:00 " + who + " searched lang=pl text='zwrot kasy' outcome=none\n10:01:00 " +
             who + " searched lang=pl text='zwrot kosztów' outcome=results query=q" + who +
             "\n10:01:09 " + who + " clicked lang=pl object=pl/billing/refund query=q" + who + "\n";
    const auto put = store().write([&](store::Sql& sql) {
      return store::put_batch(sql, {.id = "1", .events = insights::happened(day)});
    });
    ASSERT_TRUE(put) << to_line(put.error());
    auto board =
        GapBoard::create({.config = center.site.config,
                          .clock = center.site.clock,
                          .store = [this] { return &store(); },
                          .searchers = center.searchers(),
                          .problem = [](const Error& error) { ADD_FAILURE() << to_line(error); }});
    ASSERT_TRUE(board) << to_line(board.error());
    board_ = std::move(*board);
    const auto refreshed = board_->refresh();
    ASSERT_TRUE(refreshed) << to_line(refreshed.error());
    answer_with(board_.get());
  }

  http::Response get(const std::string& target, const Browser& browser) {
    return router().answer(request(target, browser));
  }
  http::Response post(const std::string& target, Fields fields, const Browser& browser) {
    fields.push_back({"csrf", browser.csrf});
    return router().answer(form(target, fields, browser, {{"Origin", "https://help.example"}}));
  }
  http::Response decide(const std::string& what) {
    return post("/writer/synonyms",
                {{"do", what}, {"lang", "pl"}, {"asked", "kasy"}, {"found", "kosztów"}}, ana);
  }

  std::filesystem::path file() const {
    return center.site.config.search.path / "pl" / "synonyms.yaml";
  }
  std::string file_text() const { return read_file(file()).value_or(""); }

  std::vector<store::Gap> gaps() {
    return store().read([](store::Sql& sql) { return store::list_gaps(sql); }).value();
  }
  const GapBoard& board() const { return *board_; }
  const HelpCenter& help_center() { return with_gaps_ ? *with_gaps_ : center.center(); }

  Browser ana;  // a writer

 private:
  Router& router() {
    if (!router_) answer_with(nullptr);
    return *router_;
  }
  void answer_with(GapBoard* board) {
    router_.reset();
    with_gaps_.emplace(center.center());
    with_gaps_->gaps = board;
    router_.emplace(*with_gaps_, center.metrics, "{}");
  }

  std::unique_ptr<GapBoard> board_;
  std::optional<HelpCenter> with_gaps_;
  std::optional<Router> router_;
};

}  // namespace kb
