#include "core/tickets/read_mark.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

FileMark mark_of(const std::filesystem::path& path, const char* settings = "s") {
  auto mark = FileMark::of(path, settings);
  EXPECT_TRUE(mark);
  return std::move(*mark);
}

TEST(ReadMark, KnowsAFileThatIsAsItWas) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  folder.write("a", "one\ntwo\n");
  EXPECT_FALSE(mark_of(path).plan(std::nullopt, true)->unchanged);
  const FileProgress whole{"s", "a", *mark_of(path).text(8, true), 8, 3};
  EXPECT_TRUE(mark_of(path).plan(whole, true)->unchanged);
  const FileProgress half{"s", "a", *mark_of(path).text(4, false), 4, 2};
  EXPECT_EQ(mark_of(path).plan(half, true)->from, (Position{4, 2}));
  // Other settings make other tickets of it.
  EXPECT_EQ(mark_of(path, "other").plan(whole, true)->from, Position{});
}

TEST(ReadMark, AFileThatOnlyGrewIsReadOn) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  folder.write("a", "one\ntwo\n");
  const FileProgress whole{"s", "a", *mark_of(path).text(8, true), 8, 3};
  folder.write("a", "one\ntwo\nthree\n");
  EXPECT_EQ(mark_of(path).plan(whole, true)->from, (Position{8, 3}));
  EXPECT_FALSE(mark_of(path).plan(whole, true)->unchanged);
  EXPECT_EQ(mark_of(path).plan(whole, false)->from, Position{});
  folder.write("a", "one\nTWO\nthree\n");
  EXPECT_EQ(mark_of(path).plan(whole, true)->from, Position{});
  folder.write("a", "one\n");
  EXPECT_EQ(mark_of(path).plan(whole, true)->from, Position{});
}

TEST(ReadMark, HashesOverManyBlocks) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  folder.write("a", std::string(3 << 20, 'x'));
  FileMark mark = mark_of(path);
  for (const std::uint64_t at : {10ULL, 1ULL << 20, 2'500'000ULL}) {
    const FileProgress progress{"s", "a", *mark.text(at, false), at, 1};
    folder.write("a", std::string(3 << 20, 'x') + "y");
    EXPECT_EQ(mark_of(path).plan(progress, true)->from.byte, at);
  }
  EXPECT_FALSE(FileMark::of("/nowhere", "s"));
}

}  // namespace
