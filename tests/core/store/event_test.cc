#include "core/store/event.h"

#include <gtest/gtest.h>

namespace kb::store {
namespace {

TEST(Event, ActionsAreCalledByTheirNames) {
  EXPECT_EQ(action_name(Action::page_viewed), "page_viewed");
  EXPECT_EQ(action_name(Action::contact_solved), "contact_solved");
  EXPECT_EQ(action_name(Action::article_linked), "article_linked");
}

TEST(Event, EveryActionIsFoundByItsName) {
  for (int number = 1; number <= static_cast<int>(Action::article_linked); ++number)
    EXPECT_EQ(parse_action(action_name(static_cast<Action>(number))), static_cast<Action>(number));
  for (const char* name : {"", "Searched", "search", "searched "})
    EXPECT_EQ(parse_action(name), std::nullopt) << name;
}

}  // namespace
}  // namespace kb::store
