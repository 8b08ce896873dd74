#include "server/json_body.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

Result<JsonBody> parse(const std::string& body) {
  http::Request request;
  request.body = body;
  return JsonBody::parse(request);
}

TEST(JsonBody, GivesTextsAndNumbers) {
  const auto body = parse(R"({"text": "a", "limit": 7, "none": null})");
  ASSERT_TRUE(body);
  EXPECT_TRUE(body->has("none"));
  EXPECT_FALSE(body->has("absent"));
  EXPECT_EQ(*body->text("text"), "a");
  EXPECT_EQ(*body->text("none"), "");
  EXPECT_EQ(*body->text("absent"), "");
  EXPECT_EQ(*body->number("limit", 5, {1, 10}), 7u);
  EXPECT_EQ(*body->number("absent", 5, {1, 10}), 5u);
}

TEST(JsonBody, GivesObjectsAsTheyWereWritten) {
  const auto body = parse(R"({"trail": {"steps": [1]}, "none": null, "list": []})");
  ASSERT_TRUE(body);
  EXPECT_EQ(*body->object("trail"), R"({"steps":[1]})");
  EXPECT_EQ(*body->object("none"), "");
  EXPECT_EQ(*body->object("absent"), "");
  EXPECT_EQ(body->object("list").error().what, "`list` must be an object");
}

TEST(JsonBody, NamesTheMemberThatIsWrong) {
  const auto body = parse(R"({"text": 7, "limit": 11, "low": -1, "half": 1.5, "word": "5"})");
  EXPECT_EQ(body->text("text").error().what, "`text` must be a string");
  for (const auto* name : {"limit", "low", "half", "word"})
    EXPECT_EQ(body->number(name, 5, {1, 10}).error().what,
              "`" + std::string(name) + "` must be a whole number from 1 to 10");
}

TEST(JsonBody, IsAnObject) {
  for (const auto* wrong : {"", "x", "[]", "\"a\"", "{", "null"})
    EXPECT_FALSE(parse(wrong)) << wrong;
}

}  // namespace
}  // namespace kb
