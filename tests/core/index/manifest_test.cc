#include "core/index/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/date.h"
#include "tests/core/index/damage.h"

namespace kb::index {
namespace {

using testing::HasSubstr;

Manifest sample_manifest() {
  Manifest manifest;
  manifest.settings = "abc";
  manifest.analysis = {{"en", "snowball"}, {"th", "none"}};
  manifest.libraries = library_versions();
  manifest.content = "def";
  manifest.created = *parse_time("2026-03-14T09:30:00Z");
  manifest.next_change = *parse_time("2026-04-01");
  manifest.databases = {{{"en", Audience::everyone}, {3, 9, 400}},
                        {{"en", Audience::agents}, {1, 2, 30}},
                        {{"en", Audience::writers}, {1, 1, 10}}};
  manifest.categories = {
      {"billing", 2, "card", {{"en", "Billing"}, {"ro", "Plăți"}}, {{"en", "Plans, invoices"}}}};
  manifest.applies_to = {{"platform",
                          {{"en", "Device"}, {"ro", "Dispozitiv"}},
                          {{"ios", {{"", "iPhone"}}}, {"android", {}}}},
                         {"plan", {}, {}}};
  return manifest;
}

TEST(Manifest, ComesBackAsItWasWritten) {
  const auto read = Manifest::parse(sample_manifest().to_json());
  ASSERT_TRUE(read) << to_line(read.error());
  EXPECT_EQ(read->analysis, sample_manifest().analysis);
  EXPECT_EQ(iso_time(read->created), "2026-03-14T09:30:00Z");
  EXPECT_EQ(iso_date(*read->next_change), "2026-04-01");
  ASSERT_EQ(read->databases.size(), 3U);
  EXPECT_EQ(read->databases[2].name, (DatabaseName{"en", Audience::writers}));
  EXPECT_EQ(read->databases[1].name, (DatabaseName{"en", Audience::agents}));
  EXPECT_EQ(read->databases[1].facts.words, 30U);
  EXPECT_EQ(read->categories, sample_manifest().categories);
  EXPECT_EQ(read->applies_to, sample_manifest().applies_to);
  EXPECT_EQ(read->to_json(), sample_manifest().to_json());
}

TEST(Manifest, OfAnotherSchemaSaysHowToGoOn) {
  Manifest other = sample_manifest();
  other.schema = kSchemaVersion + 1;
  const auto read = Manifest::parse(other.to_json());
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().what, HasSubstr("schema " + std::to_string(kSchemaVersion + 1)));
  EXPECT_EQ(read.error().hint, "rebuild it with kb-index build --full");
}

TEST(Manifest, DamagedIsAnErrorOrAManifest) {
  for_each_damage(sample_manifest().to_json(), [](const std::string& damaged) {
    const auto read = Manifest::parse(damaged);
    EXPECT_TRUE(!read || read->schema == kSchemaVersion);
  });
  for (const char* other : {"", "null", "[]", "{}", "42", "{\"schema\": \"1\"}", "{\"schema\": 1}"})
    EXPECT_FALSE(Manifest::parse(other)) << other;
}

// A folder whose name is no UTF-8 became a category, and writing the manifest threw.
TEST(Manifest, IsWrittenWhateverACategoryIsCalled) {
  Manifest manifest = sample_manifest();
  manifest.categories[0].key = "caf\xe9";
  EXPECT_TRUE(Manifest::parse(manifest.to_json()));
}

TEST(Manifest, KnowsTicketsAndTheirMark) {
  Manifest manifest;
  manifest.tickets_mark = 42;
  manifest.databases.push_back({tickets_of("ro"), {.articles = 3}});
  const auto json = manifest.to_json();
  const auto parsed = Manifest::parse(json);
  ASSERT_TRUE(parsed) << to_line(parsed.error());
  EXPECT_EQ(parsed->tickets_mark, 42U);
  EXPECT_EQ(to_string(parsed->databases[0].name), "ro.tickets");
  EXPECT_EQ(parsed->databases[0].name, tickets_of("ro"));
}

// A database of an unknown part was taken for everyone's.
TEST(Manifest, NeverGuessesWhomADatabaseIsFor) {
  Manifest manifest;
  manifest.databases.push_back({tickets_of("ro"), {}});
  auto json = manifest.to_json();
  json.replace(json.find("tickets\""), 7, "secrets");
  EXPECT_FALSE(Manifest::parse(json));
}

}  // namespace
}  // namespace kb::index
