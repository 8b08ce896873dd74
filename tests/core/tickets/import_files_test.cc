#include "core/tickets/import_files.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(ImportFiles, AreNamedAsKbYamlSays) {
  const TemporaryFolder folder;
  folder.write("tickets/a.jsonl", "");
  folder.write("tickets/b.csv", "");
  Config config;
  config.redact.keep = {"help@fernway.example", "Fernway"};
  config.site.contact = "mailto:hello@fernway.example?subject=x";
  SourceConfig source;
  source.path = folder.path() / "tickets/";
  source.columns = {{"id", "Nr"}};
  auto files = import_files(config, source);
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 2U);
  EXPECT_EQ((*files)[0].source, "tickets");
  EXPECT_EQ((*files)[1].options.format, Format::csv);
  EXPECT_EQ((*files)[1].options.columns.at("id"), "Nr");
  EXPECT_EQ((*files)[0].options.support,
            (std::vector<std::string>{"help@fernway.example", "hello@fernway.example"}));
  source.name = "desk";
  source.format = "csv";
  files = import_files(config, source);
  ASSERT_EQ(files->size(), 1U);
  EXPECT_EQ((*files)[0].source, "desk");
  source.path = folder.path() / "missing";
  EXPECT_FALSE(import_files(config, source));
}

TEST(ImportFiles, AFileByHand) {
  EXPECT_EQ(import_file({}, "exports/zendesk.json", "", "zendesk")->source, "zendesk");
  EXPECT_EQ(import_file({}, "a.csv", "desk", "")->source, "desk");
  EXPECT_FALSE(import_file({}, "a.pdf", "", ""));
}

}  // namespace
