// Runs kb-server's commands on a site in a folder of its own.
//
//   const auto outcome = site_command.run({"user", "list"});      // --config is added
//   EXPECT_THAT(outcome.out, HasSubstr("ana"));
//
// One thread at a time: what is printed is caught for the whole process.

#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "server/command_line.h"
#include "tests/site_in_folder.h"

namespace kb {

struct Outcome {
  int status = 0;
  std::string out;
  std::string err;
};

inline Outcome run_caught(std::vector<std::string> arguments) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Outcome outcome;
  outcome.status = run_server_command(
      std::move(arguments), [](const std::string&) { return std::optional<std::string>(); });
  std::fflush(stdout);
  outcome.out = testing::internal::GetCapturedStdout();
  outcome.err = testing::internal::GetCapturedStderr();
  return outcome;
}

class SiteCommand : public testing::Test {
 protected:
  Outcome run(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--config", config});
    return run_caught(std::move(arguments));
  }
  std::string database() const { return (site.folder() / "answerwell.db").string(); }

  SiteInFolder site;
  const std::string config = site.write_config().string();
};

// The last line of what was printed: a link, a token.
inline std::string last_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

}  // namespace kb
