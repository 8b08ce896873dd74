#include "core/tickets/input_file.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(InputFile, CountsLinesAndBytes) {
  const TemporaryFolder folder;
  folder.write("a", "one\r\ntwo\n\nthree");
  auto file = InputFile::open(folder.path() / "a");
  ASSERT_TRUE(file);
  std::string line;
  ASSERT_TRUE(file->get_line(line, 100));
  EXPECT_EQ(line, "one");
  EXPECT_EQ(file->position(), (Position{5, 2}));
  EXPECT_EQ(file->get(), 't');
  line.clear();
  EXPECT_TRUE(file->get_line(line, 1));
  EXPECT_EQ(line, "w");
  const Position there = file->position();
  line.clear();
  EXPECT_TRUE(file->get_line(line, 100) && file->get_line(line, 100));
  EXPECT_EQ(line, "three");
  EXPECT_FALSE(file->get_line(line, 100));
  EXPECT_EQ(file->peek(), InputFile::kEnd);
  file->seek(there);
  EXPECT_EQ(file->get(), '\n');
  EXPECT_EQ(file->where(3), (folder.path() / "a").string() + ":3");
  EXPECT_FALSE(file->trouble());
}

TEST(InputFile, LinesLongerThanItsBuffer) {
  const TemporaryFolder folder;
  folder.write("a", std::string(600'000, 'x') + "\ny");
  auto file = InputFile::open(folder.path() / "a");
  std::string line;
  ASSERT_TRUE(file->get_line(line, 1'000'000));
  EXPECT_EQ(line.size(), 600'000U);
  EXPECT_EQ(file->get(), 'y');
}

TEST(InputFile, WhatCannotBeReadIsTold) {
  EXPECT_FALSE(InputFile::open("/nowhere/at/all"));
  auto folder = InputFile::open("/tmp");
  ASSERT_TRUE(folder);
  EXPECT_EQ(folder->peek(), InputFile::kEnd);
  EXPECT_TRUE(folder->trouble());
}

}  // namespace
