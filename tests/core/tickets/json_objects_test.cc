#include "core/tickets/json_objects.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

std::string pieces(const std::string& text, std::vector<std::string> wrappers = {}) {
  const TemporaryFolder folder;
  folder.write("a.json", text);
  JsonObjects objects(std::move(*InputFile::open(folder.path() / "a.json")), std::move(wrappers),
                      {});
  std::string told;
  while (auto piece = objects.next()) {
    if (*piece)
      told += std::to_string((*piece)->line) + (*piece)->bytes + " ";
    else
      told += "<" + piece->error().where.substr(piece->error().where.rfind(':') + 1) + ": " +
              piece->error().what + "> ";
  }
  return told;
}

TEST(JsonObjects, AreCutOutOfLinesArraysAndWrappers) {
  EXPECT_EQ(pieces("{\"a\":1}\n\n{\"a\":\"}{\\\"\"}\n"), "1{\"a\":1} 3{\"a\":\"}{\\\"\"} ");
  EXPECT_EQ(pieces("\xEF\xBB\xBF[{\"a\":[{}]},\n {\"b\":2}]\n"), "1{\"a\":[{}]} 2{\"b\":2} ");
  EXPECT_EQ(pieces("{\"count\":2,\"tickets\":[{\"a\":1},{\"b\":2}],\"next\":null}", {"tickets"}),
            "1{\"a\":1} 1{\"b\":2} ");
  EXPECT_EQ(pieces("{\"data\":{\"meta\":{},\"payload\":[{\"a\":1}]}}", {"payload"}), "1{\"a\":1} ");
  EXPECT_EQ(pieces("{\"tickets\":1}\n{\"b\":2}", {"tickets"}), "1{\"tickets\":1} 2{\"b\":2} ");
  EXPECT_EQ(pieces(""), "");
  EXPECT_EQ(pieces("[]"), "");
}

constexpr const char* kBroken =
    "broken JSON: a bracket, comma or quote is missing; skipped to line ";

TEST(JsonObjects, BrokenOnesAreToldAndTheNextIsFound) {
  EXPECT_EQ(pieces("{\"a\":{\n"), "<1: the file ends in the middle of a ticket> ");
  EXPECT_EQ(pieces("{\"a\":{\n{\"b\":2}\n"), std::string("<1: ") + kBroken + "2> 2{\"b\":2} ");
  EXPECT_EQ(pieces("{\"a\":{\"x\":1}\n{\"b\":2}\n"),
            std::string("<1: ") + kBroken + "2> 2{\"b\":2} ");
  EXPECT_EQ(pieces("{\"a\":\"x}\n{\"b\":2}"), std::string("<1: ") + kBroken + "2> 2{\"b\":2} ");
  EXPECT_EQ(pieces("[\n  {\n    \"a\": ]\n  },\n  {\"b\":2}\n]"),
            std::string("<2: ") + kBroken + "5> 5{\"b\":2} ");
  EXPECT_EQ(pieces("junk\n{\"b\":2}"), "<1: no JSON object: junk> 2{\"b\":2} ");
}

TEST(JsonObjects, ATicketOf5MbIsSkipped) {
  const std::string large = "{\"a\":\"" + std::string(6 << 20, 'x') + "\"}";
  EXPECT_EQ(pieces(large + "\n{\"b\":2}"),
            "<1: the ticket is larger than 5 MB: skipped> 2{\"b\":2} ");
}

TEST(JsonObjects, GoOnWhereTheyStopped) {
  const TemporaryFolder folder;
  folder.write("a.json", "[{\"a\":1}\n]");
  JsonObjects first(std::move(*InputFile::open(folder.path() / "a.json")), {}, {});
  while (first.next()) {
  }
  folder.write("a.json", "[{\"a\":1}\n,{\"b\":2}]");
  JsonObjects second(std::move(*InputFile::open(folder.path() / "a.json")), {}, first.position());
  const auto piece = second.next();
  ASSERT_TRUE(piece && *piece);
  EXPECT_EQ((*piece)->bytes, "{\"b\":2}");
  EXPECT_FALSE(second.next());
}

}  // namespace
