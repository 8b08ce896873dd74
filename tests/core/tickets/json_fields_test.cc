#include "core/tickets/json_fields.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace {

using namespace kb;
using namespace kb::tickets;

using nlohmann::json;

TEST(JsonFields, AreReadLeniently) {
  const json object = json::parse(
      R"({"id": 1042, "name": "Ana", "none": null, "tags": ["a", 1, "b"], "tag": "c", "at": 1773480600,
          "when": "2026-03-14", "yes": true, "inner": {"x": 1}, "list": [1], "half": 1.5})");
  JsonFields fields(object);
  EXPECT_EQ(fields.text("id"), "1042");
  EXPECT_EQ(fields.text("none") + fields.text("missing"), "");
  EXPECT_EQ(fields.first_text({"missing", "name"}), "Ana");
  EXPECT_EQ(fields.texts("tags"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(fields.texts("tag"), (std::vector<std::string>{"c"}));
  EXPECT_EQ(iso_time(*fields.time("at")), "2026-03-14T09:30:00Z");
  EXPECT_EQ(iso_time(*fields.time("when")), "2026-03-14T00:00:00Z");
  EXPECT_TRUE(fields.truth("yes", false));
  EXPECT_EQ(fields.object("inner").size() + fields.list("list").size(), 2U);
  EXPECT_EQ(fields.number("half"), 1);
  EXPECT_FALSE(fields.problem());
}

TEST(JsonFields, RememberTheFirstProblem) {
  const json object = json::parse(R"({"at": "soon", "n": "many", "b": 1, "list": {}})");
  JsonFields fields(object);
  EXPECT_EQ(fields.time("at"), std::nullopt);
  EXPECT_EQ(fields.number("n"), std::nullopt);
  EXPECT_TRUE(fields.truth("b", true));
  EXPECT_TRUE(fields.list("list").empty());
  ASSERT_TRUE(fields.problem());
  EXPECT_EQ(fields.problem()->what, "`at` is not a date: 'soon'");
  JsonFields outer(object);
  outer.adopt(fields);
  EXPECT_TRUE(outer.problem());
  EXPECT_EQ(JsonFields(json(3)).text("x"), "");
}

}  // namespace
