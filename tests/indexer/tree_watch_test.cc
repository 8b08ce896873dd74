#include "indexer/tree_watch.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using Event = TreeWatch::Event;
using std::chrono::milliseconds;

constexpr milliseconds kSoon{5000};  // long enough on any machine
constexpr milliseconds kQuiet{200};  // nothing happens in it

class WatchedTree : public testing::Test {
 protected:
  WatchedTree() { std::filesystem::create_directories(root() / "en/billing"); }

  std::filesystem::path root() const { return folder_.path() / "content"; }
  void write(const std::string& path) const { std::ofstream(root() / path) << "text"; }
  TreeWatch open() const {
    auto watch = TreeWatch::open({root(), folder_.path() / "kb.yaml"});
    EXPECT_TRUE(watch);
    return std::move(*watch);
  }

  TemporaryFolder folder_;
};

TEST_F(WatchedTree, TellsOfChangesAtAnyDepth) {
  auto watch = open();
  write("en/billing/refund.md");
  EXPECT_EQ(watch.wait(kSoon), Event::changed);
  std::filesystem::rename(root() / "en/billing/refund.md", root() / "en/refund.md");
  EXPECT_EQ(watch.wait(kSoon), Event::changed);
  std::filesystem::remove(root() / "en/refund.md");
  EXPECT_EQ(watch.wait(kSoon), Event::changed);
  EXPECT_EQ(watch.wait(kQuiet), Event::timeout);
}

TEST_F(WatchedTree, WatchesFoldersThatAppear) {
  auto watch = open();
  std::filesystem::create_directories(root() / "ro/cont");
  EXPECT_EQ(watch.wait(kSoon), Event::changed);
  write("ro/cont/parola.md");
  EXPECT_EQ(watch.wait(kSoon), Event::changed);
}

TEST_F(WatchedTree, TellsOfASingleFileEvenIfItIsReplaced) {
  std::ofstream(folder_.path() / "kb.yaml") << "site: {}\n";
  auto watch = open();
  std::ofstream(folder_.path() / "kb.new") << "site: {name: New}\n";
  std::filesystem::rename(folder_.path() / "kb.new", folder_.path() / "kb.yaml");
  EXPECT_EQ(watch.wait(kSoon), Event::changed);
}

TEST_F(WatchedTree, MakesOneChangeOfManyAtOnce) {
  auto watch = open();
  for (int i = 0; i < 50; ++i) write("en/" + std::to_string(i) + ".md");
  EXPECT_EQ(watch.wait(kSoon), Event::changed);
  EXPECT_EQ(watch.wait(kQuiet), Event::timeout);
}

// Editors write such files on every keystroke: each would have been a build.
TEST_F(WatchedTree, PassesOverEditorsScratchFiles) {
  auto watch = open();
  write("en/.refund.md.swp");
  write("en/refund.md~");
  EXPECT_EQ(watch.wait(kQuiet), Event::timeout);
}

TEST_F(WatchedTree, EndsWhenToldTo) {
  auto watch = open();
  std::thread other([&] { watch.stop(); });
  EXPECT_EQ(watch.wait(), Event::stopped);
  other.join();
}

}  // namespace
}  // namespace kb
