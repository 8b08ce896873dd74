#include "server/read_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "core/base/durable_file.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using std::chrono::hours;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr hours kWeek{7 * 24};

class Readings : public testing::Test {
 protected:
  void read(const std::string& id, int times) {
    for (int i = 0; i < times; ++i) counts.add("en", id);
  }

  const TemporaryFolder folder;
  ManualClock clock{Time{hours{24 * 365 * 56}}};
  const std::filesystem::path file = folder.path() / "most-read.json";
  ReadCounts counts{file, clock};
};

TEST_F(Readings, RankArticlesByLanguage) {
  read("a", 1);
  read("b", 3);
  read("c", 2);
  counts.add("ro", "a");
  EXPECT_THAT(counts.most_read("en", 9), ElementsAre("b", "c", "a"));
  EXPECT_THAT(counts.most_read("en", 2), ElementsAre("b", "c"));
  EXPECT_THAT(counts.most_read("en", 0), IsEmpty());
  EXPECT_THAT(counts.most_read("ro", 9), ElementsAre("a"));
  EXPECT_THAT(counts.most_read("pl", 9), IsEmpty());
}

TEST_F(Readings, OfEqualNumberAreInTheOrderOfTheirIds) {
  for (const auto* id : {"c", "a", "d", "b"}) read(id, 2);
  EXPECT_THAT(counts.most_read("en", 9), ElementsAre("a", "b", "c", "d"));
}

TEST_F(Readings, CountHalfAfterAWeek) {
  read("old", 9);
  clock.advance(kWeek);
  read("new", 4);
  EXPECT_THAT(counts.most_read("en", 9), ElementsAre("old", "new"));  // 4.5 and 4
  read("new", 1);
  EXPECT_THAT(counts.most_read("en", 9), ElementsAre("new", "old"));
  clock.advance(kWeek);
  read("old", 1);  // 2.25 + 1, and 2.5
  EXPECT_THAT(counts.most_read("en", 9), ElementsAre("old", "new"));
}

TEST_F(Readings, CountOnceWhereTheClockIsSetBack) {
  read("a", 2);
  clock.advance(-kWeek);
  read("b", 3);
  EXPECT_THAT(counts.most_read("en", 9), ElementsAre("b", "a"));
}

TEST_F(Readings, ComeBackFromTheirFile) {
  read("billing/refund", 8);
  read("płatności/返金", 3);
  counts.add("pt-BR", "a \"b\"");
  ASSERT_TRUE(counts.save());
  clock.advance(kWeek);
  ReadCounts again(file, clock);
  ASSERT_TRUE(again.load());
  EXPECT_THAT(again.most_read("en", 9), ElementsAre("billing/refund", "płatności/返金"));
  EXPECT_THAT(again.most_read("pt-BR", 9), ElementsAre("a \"b\""));
  for (int i = 0; i < 3; ++i) again.add("en", "new");
  EXPECT_THAT(again.most_read("en", 1), ElementsAre("billing/refund"));  // 4 and 3
  for (int i = 0; i < 2; ++i) again.add("en", "new");
  EXPECT_THAT(again.most_read("en", 1), ElementsAre("new"));
}

TEST_F(Readings, AreWrittenOnlyWhereSomethingWasAdded) {
  ASSERT_TRUE(counts.save());
  EXPECT_FALSE(std::filesystem::exists(file));
  ASSERT_TRUE(counts.load()) << "a file that is not there yet is no error";
  read("a", 1);
  ASSERT_TRUE(counts.save());
  std::filesystem::remove(file);
  ASSERT_TRUE(counts.save());
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(Readings, AreForgottenInTheEnd) {
  read("old", 1);
  clock.advance(10 * kWeek);
  read("new", 1);
  ASSERT_TRUE(counts.save());
  ReadCounts again(file, clock);
  ASSERT_TRUE(again.load());
  EXPECT_THAT(again.most_read("en", 9), ElementsAre("new"));
}

TEST_F(Readings, BeginAnewWhereTheirFileIsDamaged) {
  for (const char* damaged :
       {"", "{", "[]", "null", "{\"at\": 1, \"readings\": {}}",
        "{\"at\": \"soon\", \"readings\": {}}", "{\"at\": \"2026-01-01T00:00:00Z\"}",
        "{\"at\": \"2026-01-01T00:00:00Z\", \"readings\": {\"en\": {\"a\": \"many\"}}}"}) {
    ASSERT_TRUE(write_durably(file, damaged));
    ReadCounts again(file, clock);
    const auto loaded = again.load();
    ASSERT_FALSE(loaded) << damaged;
    EXPECT_EQ(loaded.error().where, file.string()) << damaged;
    EXPECT_THAT(loaded.error().hint, HasSubstr("delete it"));
    again.add("en", "a");
    EXPECT_TRUE(again.save());
    EXPECT_TRUE(ReadCounts(file, clock).load());
  }
}

TEST_F(Readings, ThatCannotBeWrittenAreAnError) {
  ReadCounts nowhere(folder.path() / "missing/most-read.json", clock);
  nowhere.add("en", "a");
  EXPECT_FALSE(nowhere.save());
  EXPECT_THAT(nowhere.most_read("en", 1), ElementsAre("a"));
}

TEST_F(Readings, ComeFromManyThreads) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&, i] {
      for (int k = 0; k < 200; ++k) {
        counts.add("en", std::to_string(i));
        counts.most_read("en", 3);
      }
      EXPECT_TRUE(counts.save());
    });
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(counts.most_read("en", 9), testing::SizeIs(4));
}

}  // namespace
}  // namespace kb
