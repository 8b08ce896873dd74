#include "core/base/config_sources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

namespace {

using namespace kb;
using testing::ElementsAre;
using testing::Pair;

Result<std::vector<SourceConfig>> read_sources(const std::string& text) {
  return read_sources(ConfigYaml("kb.yaml"), YAML::Load(text));
}

TEST(ConfigSources, TicketsHaveANameAFormatAndColumns) {
  const auto sources = read_sources(
      "- {kind: tickets, path: export.csv, name: desk, format: csv,\n"
      "   columns: {id: Ticket, question: Description, encoding: windows-1250}}");
  ASSERT_TRUE(sources) << to_line(sources.error());
  const SourceConfig& source = sources->front();
  EXPECT_EQ(source.kind, SourceKind::tickets);
  EXPECT_EQ(source.path, "export.csv");
  EXPECT_EQ(source.name, "desk");
  EXPECT_EQ(source.format, "csv");
  EXPECT_THAT(source.columns, ElementsAre(Pair("encoding", "windows-1250"), Pair("id", "Ticket"),
                                          Pair("question", "Description")));
}

TEST(ConfigSources, AFormatThatNobodyReadsIsAnError) {
  const auto sources = read_sources("- {kind: tickets, path: a, format: xml}");
  ASSERT_FALSE(sources);
  EXPECT_EQ(to_line(sources.error()),
            "kb.yaml:1: unknown format `xml`; known: jsonl, csv, zendesk, chatwoot, zammad, mbox");
}

TEST(ConfigSources, AnUnknownKeyNamesItsNeighbour) {
  const auto sources = read_sources("- {kind: tickets, path: a, colums: {}}");
  ASSERT_FALSE(sources);
  EXPECT_EQ(to_line(sources.error()),
            "kb.yaml:1: unknown key `sources.colums`; did you mean `columns`?");
}

}  // namespace
