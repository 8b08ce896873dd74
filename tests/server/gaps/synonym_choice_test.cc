#include "server/gaps/synonym_choice.h"

#include "tests/server/gaps/synonym_fixture.h"

namespace kb {
namespace {

using store::GapState;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class SynonymChoice : public SynonymFixture {
 protected:
  void SetUp() override {
    find_gaps();
    report_ = board().report();
    ASSERT_THAT(report_->synonyms, SizeIs(1));
  }

  StaffRequest staff() {
    StaffRequest staff{help_center(), request_, route_, store()};
    staff.identity.name = "ana";
    return staff;
  }
  std::vector<insights::SynonymProposal> open() {
    return open_proposals(staff(), *report_).value();
  }
  Result<void> accept() { return accept_synonym(staff(), *report_, report_->synonyms.front()); }

  void write_file(std::string_view text) {
    std::filesystem::create_directories(file().parent_path());
    ASSERT_TRUE(write_durably(file(), text));
  }
  std::vector<std::string> history(std::int64_t gap) {
    std::vector<std::string> lines;
    const auto changes =
        store().read([&](store::Sql& sql) { return store::gap_history(sql, gap); });
    for (const auto& change : changes.value())
      lines.push_back(change.who + " " + change.what + " " + change.before + " " + change.after);
    return lines;
  }

  const http::Request request_ = request("/writer/synonyms");
  const Route route_ = {};
  std::shared_ptr<const insights::GapReport> report_;
};

TEST_F(SynonymChoice, PublishesTheGapThatLackedTheWords) {
  ASSERT_THAT(gaps(), SizeIs(1));
  ASSERT_TRUE(accept());
  const auto gap = gaps().front();
  EXPECT_EQ(gap.state, GapState::published);
  EXPECT_EQ(gap.article, "pl/billing/refund");
  EXPECT_EQ(gap.published, center.site.clock.now());
  EXPECT_EQ(history(gap.id).back(), "ana synonym open kasy → kosztów");
}

TEST_F(SynonymChoice, LeavesAGapThatIsDecided) {
  auto gap = gaps().front();
  gap.state = GapState::wont_fix;
  ASSERT_TRUE(store().write([&](store::Sql& sql) {
    return store::change_gap(sql, gap, gap.version, {.gap = gap.id, .what = "state"});
  }));
  ASSERT_TRUE(accept());
  EXPECT_EQ(gaps().front().state, GapState::wont_fix);
  EXPECT_NE(file_text(), "");
}

TEST_F(SynonymChoice, IsOpenUntilDecided) {
  EXPECT_THAT(open(), SizeIs(1));
  ASSERT_TRUE(refuse_synonym(staff(), report_->synonyms.front()));
  EXPECT_THAT(open(), IsEmpty());
}

TEST_F(SynonymChoice, IsNotOpenWhereSearchKnowsTheWords) {
  for (const auto* known : {"two_way:\n  - [Kasy, Kosztów, pieniędzy]\n",
                            "one_way:\n- {from: [kasy], to: [kosztów]}\n"}) {
    write_file(known);
    center.publish();
    EXPECT_THAT(open(), IsEmpty()) << known;
  }
  write_file("one_way:\n  - {from: kosztów, to: kasy}\n");  // the other way
  center.publish();
  EXPECT_THAT(open(), SizeIs(1));
}

TEST_F(SynonymChoice, IsMadeOnce) {
  ASSERT_TRUE(accept());
  const auto text = file_text();
  ASSERT_TRUE(accept());
  EXPECT_EQ(file_text(), text);
}

TEST_F(SynonymChoice, ChangesNothingWhereTheFileCannotBeWritten) {
  ASSERT_TRUE(write_durably(center.site.config.search.path, "a file where the folder should be"));
  const auto accepted = accept();
  ASSERT_FALSE(accepted);
  EXPECT_NE(accepted.error().hint, "");
  EXPECT_EQ(gaps().front().state, GapState::open);
  EXPECT_THAT(audit_log(), IsEmpty());
}

}  // namespace
}  // namespace kb
