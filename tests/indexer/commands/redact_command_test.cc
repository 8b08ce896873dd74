#include "indexer/commands/redact_command.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/indexer/commands/index_command.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class RedactCommand : public IndexCommand {
 protected:
  Outcome redact(const std::string& text, std::vector<std::string> flags = {},
                 const std::string& more_config = {}) {
    std::istringstream input(text);
    const Environment environment = [](const std::string&) { return std::optional<std::string>(); };
    CLI::App app;
    Outcome outcome;
    add_redact_command(app, environment, input, outcome.status);
    flags.insert(flags.begin(), "redact");
    flags.insert(flags.end(), {"--config", site.write_config(more_config).string()});
    std::reverse(flags.begin(), flags.end());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    app.parse(flags);
    std::fflush(stdout);
    outcome.out = testing::internal::GetCapturedStdout();
    outcome.err = testing::internal::GetCapturedStderr();
    return outcome;
  }
};

TEST_F(RedactCommand, WritesTheTextWithPlaceholders) {
  const auto outcome = redact("Hi Anna,\nwrite to tom@mail.example or +44 7700 900123.\n");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "Hi «name»,\nwrite to «e-mail» or «phone».\n");
}

TEST_F(RedactCommand, TellsTheLanguageFromTheText) {
  const std::string text =
      "Dzień dobry, nie mogę się zalogować do aplikacji od wczoraj wieczorem. Mój telefon to "
      "601 234 567, proszę o kontakt po południu.";
  EXPECT_THAT(redact(text).out, HasSubstr("«telefon»"));
  EXPECT_THAT(redact(text, {"--lang", "de"}).out, HasSubstr("«Telefon»"));
}

TEST_F(RedactCommand, PrintsCountsAsJson) {
  const auto found = json::parse(redact("a@mail.example b@mail.example", {"--json"}).out);
  EXPECT_EQ(found.at("text"), "«e-mail» «e-mail 2»");
  EXPECT_EQ(found.at("counts"), (json{{"e-mail", 2}}));
}

TEST_F(RedactCommand, TakesOutWhatTheConfigurationNames) {
  const std::string config =
      "redact: {patterns: {order: \"FW-[0-9]{6}\"}, keep: [help@a.example]}\n";
  EXPECT_EQ(redact("FW-204817, help@a.example", {"--lang", "en"}, config).out,
            "«number», help@a.example");
  const auto bad = redact("x", {}, "redact: {patterns: {order: \"FW-[\"}}\n");
  EXPECT_EQ(bad.status, 2);
  EXPECT_THAT(bad.err, HasSubstr("order"));
}

TEST_F(RedactCommand, RefusesALanguageThatIsNone) {
  EXPECT_EQ(redact("x", {"--lang", "images"}).status, 2);
}

TEST(ReadWhole, StopsAtTheLimit) {
  std::istringstream small("abc"), large(std::string(200'000, 'x'));
  EXPECT_EQ(*read_whole(small, 3), "abc");
  const auto refused = read_whole(large, 100'000);
  ASSERT_FALSE(refused);
  EXPECT_THAT(to_line(refused.error()), HasSubstr("in parts"));
}

}  // namespace
}  // namespace kb
