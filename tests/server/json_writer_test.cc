#include "server/json_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

TEST(JsonWriter, WritesWhatAParserReadsBack) {
  JsonWriter out;
  out.begin('{');
  out.member("id", "billing/refund");
  out.member("score", 1.5);
  out.member("total", std::size_t{12});
  out.member("fallback", false);
  out.key("section");
  out.null();
  out.key("results");
  out.begin('[');
  out.begin('{');
  out.end('}');
  out.value("a");
  out.value(0.1);
  out.end(']');
  out.end('}');
  EXPECT_EQ(out.text(),
            R"({"id":"billing/refund","score":1.5,"total":12,"fallback":false,"section":null,)"
            R"("results":[{},"a",0.1]})");
}

TEST(JsonWriter, EscapesEveryCharacterThatNeedsIt) {
  std::string all;
  for (int c = 0; c < 0x80; ++c) all += static_cast<char>(c);
  all += "ăł返\"\\";
  JsonWriter out;
  out.value(all);
  EXPECT_EQ(nlohmann::json::parse(out.text()).get<std::string>(), all);
}

}  // namespace
}  // namespace kb
