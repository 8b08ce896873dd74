#include "core/base/mapped_file.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

class Mapping : public testing::Test {
 protected:
  MappedFile open(const std::string& name) {
    auto file = MappedFile::open(folder_.path() / name);
    EXPECT_TRUE(file) << to_line(file.error());
    return file ? std::move(*file) : MappedFile();
  }
  TemporaryFolder folder_;
};

TEST_F(Mapping, ShowsTheBytesOfTheFile) {
  const std::string large(100'000, 'x');
  folder_.write("small", std::string_view("a\0b\xff", 4));
  folder_.write("large", large);
  EXPECT_EQ(open("small").bytes(), std::string_view("a\0b\xff", 4));
  EXPECT_EQ(open("large").bytes(), large);
}

TEST_F(Mapping, OfAnEmptyFileIsEmpty) {
  folder_.write("empty", "");
  EXPECT_EQ(open("empty").bytes(), "");
  EXPECT_EQ(MappedFile().bytes(), "");
}

TEST_F(Mapping, OutlivesTheFilesName) {
  folder_.write("file", "refund");
  const MappedFile file = open("file");
  std::filesystem::remove(folder_.path() / "file");
  EXPECT_EQ(file.bytes(), "refund");
}

TEST_F(Mapping, StaysWhereItIsWhenItMoves) {
  folder_.write("one", "one");
  folder_.write("other", "other");
  MappedFile one = open("one");
  const char* place = one.bytes().data();
  MappedFile moved = std::move(one);
  EXPECT_EQ(moved.bytes().data(), place);
  moved = open("other");
  EXPECT_EQ(moved.bytes(), "other");
}

TEST_F(Mapping, OfNoFileIsAnError) {
  const auto file = MappedFile::open(folder_.path() / "missing");
  ASSERT_FALSE(file);
  EXPECT_THAT(to_line(file.error()), testing::HasSubstr("missing"));
  EXPECT_FALSE(MappedFile::open(folder_.path())) << "a folder";
}

}  // namespace
}  // namespace kb
