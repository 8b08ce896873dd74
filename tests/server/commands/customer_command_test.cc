#include "server/commands/customer_command.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/base/secrets.h"
#include "core/store/answer_watches.h"
#include "core/store/store.h"
#include "core/store/ticket_table.h"
#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class CustomerCommand : public SiteCommand {
 protected:
  void put_watch() {
    const auto store = store::Store::open("sqlite:" + database(), store::Store::Access::write);
    ASSERT_TRUE(store) << to_line(store.error());
    ASSERT_TRUE((*store)->write([](store::Sql& sql) -> Result<std::int64_t> {
      const auto key = store::ticket_key(sql);
      if (!key) return fail(key.error());
      return store::add_watch(sql, {.token_hash = "t",
                                    .email = "ana@shop.example",
                                    .customer = keyed_hash(*key, "ana@shop.example"),
                                    .query = "faktura"});
    }));
  }
};

TEST_F(CustomerCommand, PrintsWhatIsKeptAndErasesIt) {
  put_watch();
  const auto kept = run({"customer", "export", "ana@shop.example"});
  EXPECT_EQ(kept.status, 0) << kept.err;
  EXPECT_EQ(nlohmann::json::parse(kept.out).at("watches").size(), 1U);
  const auto erased = run({"customer", "erase", "Ana@shop.example"});
  EXPECT_EQ(erased.status, 0) << erased.err;
  EXPECT_THAT(erased.out, HasSubstr("1  wishes to be told"));
  const auto left = run({"customer", "export", "ana@shop.example"});
  EXPECT_TRUE(nlohmann::json::parse(left.out).at("watches").empty());
}

TEST_F(CustomerCommand, SaysWhatIsNoAddress) {
  put_watch();
  for (const char* what : {"export", "erase"}) {
    const auto outcome = run({"customer", what, "ana"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("e-mail address"));
  }
  EXPECT_EQ(run({"customer", "erase"}).status, 2);
}

}  // namespace
}  // namespace kb
