#include "core/tickets/csv_columns.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(CsvColumns, AreKnownByTheirUsualNames) {
  const auto columns = CsvColumns::of(
      {"Ticket ID", "Title", "Description", "created_at", "Labels", "Requester Email", "CSAT"}, {});
  ASSERT_TRUE(columns) << to_line(columns.error());
  const auto raw =
      columns->read({"7", "Hub", "It is off", "2026-06-03", "a, b c;d", "a@b.example", "4"});
  ASSERT_TRUE(raw) << to_line(raw.error());
  EXPECT_EQ(raw->id + raw->subject + raw->question + raw->customer.key, "7HubIt is offa@b.example");
  EXPECT_EQ(raw->tags, (std::vector<std::string>{"a", "b c", "d"}));
  EXPECT_EQ(raw->satisfaction, 4);
}

TEST(CsvColumns, KbYamlNamesThem) {
  const auto columns =
      CsvColumns::of({"Nr", "Frage", "Antwort", "Datum"}, {{"id", "nr"},
                                                           {"question", "Frage"},
                                                           {"answer", "Antwort"},
                                                           {"created", "Datum"},
                                                           {"encoding", "windows-1252"}});
  ASSERT_TRUE(columns) << to_line(columns.error());
  EXPECT_EQ(columns->read({"7", "Wo?", "Da.", "2026-06-03"})->answer, "Da.");
}

TEST(CsvColumns, WhatIsMissingIsAnErrorWithWhatIsThere) {
  EXPECT_EQ(
      to_line(CsvColumns::of({"Nr", "Datum"}, {}).error()),
      "no column for `id`; there are: Nr, Datum; say in kb.yaml which it is: columns: {id: …}");
  EXPECT_EQ(to_line(CsvColumns::of({"id", "created"}, {{"answer", "Reply"}}).error()),
            "no column is called 'Reply'; there are: id, created");
  EXPECT_EQ(CsvColumns::of({"id"}, {{"anwser", "x"}}).error().hint, "did you mean `answer`?");
}

TEST(CsvColumns, ValuesThatMakeNoSenseAreErrors) {
  const auto columns = CsvColumns::of({"id", "created", "rating"}, {});
  EXPECT_EQ(columns->read({"7", "03/04/2026", ""}).error().what,
            "`created` is not a date: '03/04/2026'");
  EXPECT_EQ(columns->read({"7", "2026-06-03", "good"}).error().what,
            "`satisfaction` is no number: 'good'");
}

}  // namespace
