#include "server/commands/backup_command.h"

#include <gmock/gmock.h>

#include "core/store/users.h"
#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class BackupCommand : public SiteCommand {
 protected:
  std::string copy() const { return (site.folder() / "copy.db").string(); }
};

TEST_F(BackupCommand, BringsBackWhatWasThere) {
  ASSERT_EQ(run({"user", "add", "ana"}).status, 0);
  const auto backed_up = run({"backup", copy()});
  EXPECT_EQ(backed_up.status, 0) << backed_up.err;
  EXPECT_THAT(backed_up.out, HasSubstr("copy.db"));
  ASSERT_EQ(run({"user", "add", "ion"}).status, 0);
  const auto restored = run({"restore", copy()});
  EXPECT_EQ(restored.status, 0) << restored.err;
  const auto listed = run({"user", "list"}).out;
  EXPECT_THAT(listed, HasSubstr("ana"));
  EXPECT_THAT(listed, testing::Not(HasSubstr("ion")));
}

TEST_F(BackupCommand, NeverWritesOverAFile) {
  ASSERT_EQ(run({"user", "add", "ana"}).status, 0);
  ASSERT_EQ(run({"backup", copy()}).status, 0);
  const auto again = run({"backup", copy()});
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, HasSubstr("copy.db"));
}

TEST_F(BackupCommand, SaysWhatIsMissing) {
  EXPECT_EQ(run({"backup", copy()}).status, 2) << "there is no store yet";
  EXPECT_THAT(run({"restore", "nowhere.db"}).err, HasSubstr("nowhere.db"));
  EXPECT_EQ(run({"backup"}).status, 2);
}

}  // namespace
}  // namespace kb
