#include "core/base/config_yaml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

namespace {

using namespace kb;
using testing::ElementsAre;
using testing::Pair;

const ConfigYaml kYaml("kb.yaml");

TEST(ConfigYaml, OneValueIsAListOfOne) {
  EXPECT_THAT(*kYaml.values(YAML::Load("all"), "key", Setting::Shape::list), ElementsAre("all"));
  EXPECT_THAT(*kYaml.values(YAML::Load("[a, b]"), "key", Setting::Shape::list),
              ElementsAre("a", "b"));
}

TEST(ConfigYaml, NothingIsAnEmptyListOrAnEmptyWord) {
  EXPECT_TRUE(kYaml.values(YAML::Load("~"), "key", Setting::Shape::list)->empty());
  EXPECT_EQ(*kYaml.word(YAML::Load("~"), "key"), "");
}

TEST(ConfigYaml, NamesHaveOneValueEach) {
  EXPECT_THAT(*kYaml.words(YAML::Load("{id: Ticket, tags: Labels}"), "columns", "{id: Ticket}"),
              ElementsAre(Pair("id", "Ticket"), Pair("tags", "Labels")));
  const auto list = kYaml.words(YAML::Load("[id]"), "columns", "{id: Ticket}");
  ASSERT_FALSE(list);
  EXPECT_EQ(to_line(list.error()), "kb.yaml:1: `columns`: expected names and values; {id: Ticket}");
}

TEST(ConfigYaml, AnotherShapeIsAnErrorWithItsLine) {
  const auto word = kYaml.word(YAML::Load("\n\n[a]"), "site.name");
  ASSERT_FALSE(word);
  EXPECT_EQ(to_line(word.error()), "kb.yaml:3: `site.name`: expected one value");
}

}  // namespace
