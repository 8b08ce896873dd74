#include "server/commands/deliveries_command.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class DeliveriesCommand : public SiteCommand {};

TEST_F(DeliveriesCommand, SaysThatNothingWasGivenUp) {
  const auto list = run({"deliveries", "list"});
  EXPECT_EQ(list.status, 0) << list.err;
  EXPECT_THAT(list.out, HasSubstr("Everything arrived"));
  EXPECT_EQ(nlohmann::json::parse(run({"deliveries", "list", "--json"}).out),
            nlohmann::json::parse(R"({"dead": []})"));
  EXPECT_THAT(run({"deliveries", "retry"}).out, HasSubstr("Tried again: 0"));
}

TEST_F(DeliveriesCommand, SaysWhatItCannotDo) {
  const auto unknown = run({"deliveries", "retry", "4711"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("kb-server deliveries list"));
  EXPECT_EQ(run({"deliveries", "retry", "soon"}).status, 2);
  EXPECT_EQ(run({"deliveries"}).status, 2);
}

}  // namespace
}  // namespace kb
