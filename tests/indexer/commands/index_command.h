// Runs kb-index as its users do, on a site of two articles in a folder of its own.
//
//   Outcome outcome = run({"check", "--lang", "ro"});
//   EXPECT_EQ(outcome.status, 0);  EXPECT_THAT(outcome.out, HasSubstr("ro/"));
//
// A fixture for one test thread: it captures the process's standard output and error.

#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/command_line.h"
#include "tests/site_in_folder.h"

namespace kb {

struct Outcome {
  int status = 0;
  std::string out, err;
};

class IndexCommand : public testing::Test {
 protected:
  IndexCommand() {
    site.write("en/billing/refund.md", "# Refunds\n\nWithin 14 days & nights.\n");
    site.write("ro/billing/refund.md", "# Rambursare\n\nÎn 14 zile.\n");
  }

  // With --config, where the first argument is a command.
  Outcome run(std::vector<std::string> arguments, const std::string& more_config = {}) {
    if (!arguments.empty() && !arguments[0].starts_with('-'))
      arguments.insert(arguments.end(), {"--config", site.write_config(more_config).string()});
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Outcome outcome;
    outcome.status = run_command_line(
        std::move(arguments), [](const std::string&) { return std::optional<std::string>(); });
    std::fflush(stdout);
    outcome.out = testing::internal::GetCapturedStdout();
    outcome.err = testing::internal::GetCapturedStderr();
    return outcome;
  }

  SiteInFolder site;
};

}  // namespace kb
