#include "indexer/commands/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::optional<std::string> nothing(const std::string&) {
  return std::nullopt;
}

TEST(Command, LoadsTheSiteWithCanonicalLanguages) {
  SiteInFolder site;
  CommonFlags flags;
  flags.config = site.write_config("site: {default_language: EN, languages: [en, pt_br]}\n");
  const auto config = load_site(flags, nothing);
  ASSERT_TRUE(config) << to_line(config.error());
  EXPECT_EQ(config->site.default_language, "en");
  EXPECT_THAT(config->site.languages, ElementsAre("en", "pt-BR"));
}

TEST(Command, RefusesLanguagesThatAreNone) {
  SiteInFolder site;
  CommonFlags flags;
  flags.config = site.write_config("site: {languages: [klingon]}\n");
  EXPECT_FALSE(load_site(flags, nothing));
  flags.config = (site.folder() / "nowhere.yaml").string();
  EXPECT_FALSE(load_site(flags, nothing));
}

TEST(Command, SaysWhyItFailed) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(failed({"no index yet", "var/index", "build it"}), 2);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "kb-index: var/index: no index yet; build it\n");
}

TEST(Command, PrintsJsonOfAnyBytes) {
  testing::internal::CaptureStdout();
  print_json({{"text", "a\xFF"}});
  std::fflush(stdout);
  EXPECT_THAT(testing::internal::GetCapturedStdout(), HasSubstr("\"a\xEF\xBF\xBD\""));
}

}  // namespace
}  // namespace kb
