#include "core/store/gap_table.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class GapTable : public StoreTest {
 protected:
  template <class Work>
  auto write(const Work& work) {
    auto done = store().write(work);
    EXPECT_TRUE(done) << to_line(done.error());
    return done;
  }
  std::int64_t add(const Gap& gap) {
    return write([&](Sql& sql) { return add_gap(sql, gap, line("found")); }).value_or(0);
  }
  static GapChange line(const std::string& what, const std::string& after = "") {
    return {.at = kNow, .who = "ana", .what = what, .after = after};
  }
  static Gap refunds(std::vector<GapMember> questions) {
    return {.lang = "pl",
            .label = "zwrot kosztów",
            .created = kNow,
            .changed = kNow,
            .questions = std::move(questions)};
  }
  Gap gap(std::int64_t id) {
    return store().read([&](Sql& sql) { return find_gap(sql, id); }).value().value_or(Gap());
  }
  void set(std::int64_t id, const std::vector<GapMember>& questions) {
    write([&](Sql& sql) { return set_gap_questions(sql, id, "pl", questions); });
  }
  void pin(std::int64_t id, const std::vector<std::string>& questions) {
    write([&](Sql& sql) { return pin_gap_questions(sql, id, "pl", questions); });
  }
  // "a b!": of the gap, what is pinned with an exclamation mark
  std::string questions(std::int64_t id) {
    std::string text;
    for (const auto& member : gap(id).questions)
      text += (text.empty() ? "" : " ") + member.question + (member.pinned ? "!" : "");
    return text;
  }
  std::vector<std::string> history(std::int64_t id) {
    std::vector<std::string> lines;
    const auto changes = store().read([&](Sql& sql) { return gap_history(sql, id); });
    for (const auto& change : changes.value())
      lines.push_back(change.who + " " + change.what + " " + change.before + ">" + change.after);
    return lines;
  }
};
KB_ON_BOTH_DATABASES(GapTable);

TEST_P(GapTable, KeepsAGapAsItIs) {
  auto kept = refunds({{"koszt", true}, {"zwrot", false}});
  kept.is_named = true;
  kept.state = GapState::published;
  kept.owner = "ana";
  kept.due = 20'500;
  kept.article = "pl/billing/refund";
  kept.reason = "was not";
  kept.published = kNow;
  kept.verified = kNow + 1h;
  kept.id = add(kept);
  EXPECT_EQ(gap(kept.id), kept);
  EXPECT_THAT(store().read([](Sql& sql) { return list_gaps(sql); }).value(), ElementsAre(kept));
  EXPECT_THAT(history(kept.id), ElementsAre("ana found >"));
  auto head = kept;
  head.questions.clear();
  EXPECT_THAT(store().read([](Sql& sql) { return list_gap_heads(sql); }).value(),
              ElementsAre(head));
  EXPECT_EQ(gap(kept.id + 1), Gap());
}

// Two writers had the page open: the second one overwrote what the first had done.
TEST_P(GapTable, ChangesWhatNobodyElseChanged) {
  auto mine = refunds({{"zwrot"}});
  mine.id = add(mine);
  auto theirs = gap(mine.id);
  mine.state = GapState::in_progress;
  const auto change = [&](const Gap& each, std::int64_t version, const std::string& after) {
    return *write([&](Sql& sql) { return change_gap(sql, each, version, line("state", after)); });
  };
  EXPECT_TRUE(change(mine, 1, "in_progress"));
  theirs.state = GapState::wont_fix;
  EXPECT_FALSE(change(theirs, 1, "wont_fix"));
  EXPECT_EQ(gap(mine.id).state, GapState::in_progress);
  EXPECT_EQ(gap(mine.id).version, 2);
  EXPECT_TRUE(change(theirs, 2, "wont_fix"));
  EXPECT_THAT(history(mine.id),
              ElementsAre("ana found >", "ana state >in_progress", "ana state >wont_fix"));
  theirs.id += 1;
  EXPECT_FALSE(change(theirs, 1, "open"));
}

TEST_P(GapTable, TakesQuestionsThatNobodyPinned) {
  const auto first = add(refunds({{"a"}, {"b"}}));
  const auto second = add(refunds({{"b"}, {"c"}}));
  EXPECT_EQ(questions(first), "a");
  EXPECT_EQ(questions(second), "b c");
  set(first, {{"a"}, {"c"}, {"c"}, {"d"}});
  EXPECT_EQ(questions(first), "a c d");
  EXPECT_EQ(questions(second), "b");
  EXPECT_EQ(gap(first).version, 1);
}

TEST_P(GapTable, LeavesPinnedQuestionsWhereTheyAre) {
  const auto first = add(refunds({{"a"}, {"b"}, {"c"}}));
  const auto second = add(refunds({{"d"}}));
  pin(second, {"b", "d"});
  set(first, {{"a"}, {"b"}, {"d", true}});
  EXPECT_EQ(questions(first), "a");
  set(second, {});
  EXPECT_EQ(questions(second), "b! d!");
  pin(first, {"b"});
  EXPECT_EQ(questions(first), "a b!");
}

// A report that was made while a writer merged gave the questions back to the gap that was gone.
TEST_P(GapTable, GivesNothingToAGapThatWasMergedAway) {
  const auto target = add(refunds({{"a"}}));
  auto source = refunds({{"b"}});
  source.id = add(source);
  source.merged_into = target;
  pin(target, {"b"});
  write([&](Sql& sql) { return change_gap(sql, source, 1, line("merge")); });
  set(source.id, {{"b"}, {"c"}});
  EXPECT_EQ(questions(source.id), "");
  EXPECT_EQ(questions(target), "a b!");
  EXPECT_EQ(store().read([](Sql& sql) { return list_gaps(sql); }).value().size(), 1U);
  EXPECT_EQ(gap(source.id).merged_into, target);
}

TEST_P(GapTable, KeepsTheLabelThatAWriterGave) {
  auto named = refunds({});
  named.id = add(named);
  const auto relabel = [&](const std::string& label) {
    write([&](Sql& sql) { return set_gap_label(sql, named.id, label); });
  };
  relabel("zwroty");
  EXPECT_EQ(gap(named.id).label, "zwroty");
  named.label = "Zwrot pieniędzy";
  named.is_named = true;
  write([&](Sql& sql) { return change_gap(sql, named, 1, line("label")); });
  relabel("zwroty");
  EXPECT_EQ(gap(named.id).label, "Zwrot pieniędzy");
}

TEST_P(GapTable, TellsWhatHappenedTheNewestFirst) {
  const auto id = add(refunds({}));
  for (const auto hours : {3h, 1h, 2h})
    write([&](Sql& sql) {
      return add_gap_change(sql, {.gap = id,
                                  .at = kNow + hours,
                                  .what = "comment",
                                  .after = std::to_string(hours.count())});
    });
  std::string seen;
  const auto changes =
      store().read([](Sql& sql) { return gap_changes_since(sql, kNow + 1h, 2); }).value();
  for (const auto& change : changes) seen += change.after;
  EXPECT_EQ(seen, "32");
}

TEST(GapStates, HaveNames) {
  for (int state = 0; state <= static_cast<int>(GapState::wont_fix); ++state)
    EXPECT_EQ(parse_gap_state(gap_state_name(static_cast<GapState>(state))),
              static_cast<GapState>(state));
  EXPECT_FALSE(parse_gap_state("closed"));
}

}  // namespace
}  // namespace kb::store
