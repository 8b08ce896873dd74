#include "core/tickets/ticket_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

using testing::ElementsAre;

TEST(TicketFile, FormatsAreKnownByNameOrExtension) {
  EXPECT_EQ(*format_of("zendesk", "a.json"), Format::zendesk);
  EXPECT_EQ(*format_of("", "a.jsonl"), Format::json_lines);
  EXPECT_EQ(*format_of("", "a.tsv"), Format::csv);
  EXPECT_EQ(*format_of("", "a.mbox"), Format::mbox);
  EXPECT_FALSE(format_of("", "export"));
  EXPECT_FALSE(format_of("xml", "a.xml"));
  EXPECT_FALSE(can_grow(Format::mbox));
  EXPECT_TRUE(can_grow(Format::csv));
}

TEST(TicketFile, AFoldersFilesAreThoseOfTheFormat) {
  const TemporaryFolder folder;
  for (const char* name : {"b.jsonl", "a.jsonl", "c.csv", "notes.txt", ".hidden.jsonl"})
    folder.write(name, "");
  SourceConfig source;
  source.path = folder.path();
  source.format = "jsonl";
  EXPECT_THAT(*files_of(source), ElementsAre(folder.path() / "a.jsonl", folder.path() / "b.jsonl"));
  source.format = "";
  EXPECT_EQ(files_of(source)->size(), 3U);
  source.path = folder.path() / "notes.txt";
  EXPECT_THAT(*files_of(source), ElementsAre(folder.path() / "notes.txt"));
  source.path = folder.path() / "missing";
  EXPECT_FALSE(files_of(source));
}

TEST(TicketFile, OpensEachFormat) {
  const TemporaryFolder folder;
  folder.write("a", "");
  for (const Format format :
       {Format::json_lines, Format::zendesk, Format::chatwoot, Format::zammad})
    EXPECT_TRUE(open_ticket_file(folder.path() / "a", {format, {}, {}}));
  EXPECT_TRUE(open_ticket_file(folder.path() / "a", {Format::mbox, {}, {"@x.example"}}));
  EXPECT_FALSE(open_ticket_file(folder.path() / "a", {Format::csv, {}, {}}));  // no header
}

}  // namespace
