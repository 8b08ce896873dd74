#include "core/insights/gaps/asked_log.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/insights/day_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::Sql;

class AskedLogOf : public store::StoreTest {
 protected:
  void put(std::vector<store::Event> events) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) {
      return store::put_batch(sql, {std::to_string(++batches_), std::move(events)});
    }));
  }
  void read(AskedLog& log, const store::DayRange& days = {kMonday, kMonday + 6}) {
    KB_ASSERT_DONE(store().read([&](Sql& sql) { return log.read(sql, days); }));
  }

  // Every asking in words, so that logs that number their questions otherwise can be compared.
  static std::multiset<std::string> told(const AskedLog& log) {
    std::multiset<std::string> lines;
    const Asked& asked = log.asked();
    for (const Asking& asking : asked.askings) {
      const Question& question = asked.questions.at(asking.question);
      lines.insert(std::to_string(asking.day) + " " + question.lang + " " + question.text + " " +
                   std::to_string(asking.who) + " " + std::to_string(asking.failures) + " " +
                   (asking.ticket == kNothing ? "" : asked.tickets.at(asking.ticket)) + " " +
                   (asking.article == kNothing ? "" : asked.articles.at(asking.article)));
    }
    return lines;
  }

  const text::Calendar calendar_ = *text::Calendar::of("UTC");
  int batches_ = 0;
};
KB_ON_BOTH_DATABASES(AskedLogOf);

TEST_P(AskedLogOf, AnEmptyStoreIsEmpty) {
  AskedLog log(calendar_, {});
  read(log);
  EXPECT_TRUE(log.asked().askings.empty());
  EXPECT_EQ(log.first_day(), std::nullopt);
}

TEST_P(AskedLogOf, EachDayFollowsItsEvents) {
  AskedLog log(calendar_, {});
  put(happened("10:00:00 v1 searched lang=pl text=zwrot outcome=none"));
  read(log);
  EXPECT_EQ(log.asked().askings.size(), 1U);
  put(
      happened("11:00:00 v2 searched lang=pl text=paczka outcome=none\n"
               "+1 11:00:00 v3 searched lang=pl text=zwrot outcome=none"));
  read(log);
  EXPECT_EQ(log.asked().askings.size(), 3U);
  EXPECT_EQ(log.asked().questions.size(), 2U);
  EXPECT_EQ(log.first_day(), kMonday);
}

TEST_P(AskedLogOf, DaysThatAreOverAreLetGo) {
  AskedLog log(calendar_, {});
  put(
      happened("10:00:00 v1 searched lang=pl text=zwrot outcome=none\n"
               "+1 10:00:00 v1 searched lang=pl text=paczka outcome=none"));
  read(log);
  read(log, {kMonday + 1, kMonday + 7});
  ASSERT_EQ(log.asked().askings.size(), 1U);
  EXPECT_EQ(log.asked().askings[0].day, kMonday + 1);
}

// The form was opened on Monday and sent on Tuesday: Monday's search failed after all.
TEST_P(AskedLogOf, ATicketOfTheNextDayChangesTheDayBefore) {
  AskedLog log(calendar_, {});
  put(
      happened("23:50:00 v1 searched lang=pl text=zwrot outcome=results\n"
               "23:55:00 v1 contact_opened form=f1 outcome=offered"));
  read(log);
  EXPECT_FALSE(failed(log.asked().askings.at(0), Failure::contact));
  put(happened("+1 00:20:00 v2 ticket_submitted form=f1 value=1001"));
  read(log);
  EXPECT_TRUE(failed(log.asked().askings.at(0), Failure::contact));
}

TEST_P(AskedLogOf, DailySumsTellWhatWasAskedLongAgo) {
  KB_ASSERT_DONE(store().write([](Sql& sql) {
    store::RollupCell asked;
    asked.day = kMonday - 90;
    asked.part = kQueryPart;
    asked.lang = "pl";
    asked.object = "zwrot";
    asked.counter = "searches";
    asked.value = 1;
    const std::vector<store::RollupCell> cells = {asked};
    return store::put_day(sql, {.day = kMonday - 90, .last = 1}, cells);
  }));
  AskedLog log(calendar_, {});
  put(
      happened("10:00:00 v1 searched lang=pl text=Zwrot outcome=none\n"
               "10:10:00 v1 searched lang=pl text=paczka outcome=none"));
  read(log);
  EXPECT_TRUE(log.is_old(*log.texts().find_question("pl", "zwrot")));
  EXPECT_FALSE(log.is_old(*log.texts().find_question("pl", "paczka")));
}

// Whatever comes when, what is known in the end is what a first read of everything knows.
TEST_P(AskedLogOf, PieceByPieceComesToTheSameAsAllAtOnce) {
  std::mt19937 random(7);
  const auto any = [&](int until) {
    return std::to_string(random() % static_cast<unsigned>(until));
  };
  AskedLog piecemeal(calendar_, {});
  for (int round = 0; round < 12; ++round) {
    std::string events;
    for (int i = 0; i < 30; ++i) {
      const std::string when = "+" + any(5) + " 1" + any(10) + ":" + any(6) + any(10) + ":00 v" +
                               std::to_string(1 + random() % 9);
      events += when + " searched lang=en text='word" + any(6) +
                " please' outcome=" + (random() % 2 ? "none" : "results") + "\n";
      if (i % 9 == 0) events += when + " contact_opened form=f" + any(20) + " outcome=offered\n";
      if (i % 13 == 0)
        events += when + " ticket_submitted form=f" + any(20) + " value=" + any(90) + "\n";
    }
    put(happened(events));
    if (random() % 2) read(piecemeal);
  }
  read(piecemeal);
  AskedLog at_once(calendar_, {});
  read(at_once);
  EXPECT_EQ(told(piecemeal), told(at_once));
  EXPECT_GT(at_once.asked().askings.size(), 100U);
}

}  // namespace
}  // namespace kb::insights
