#include "server/coverage/translation_question.h"

#include "tests/server/coverage/coverage_fixture.h"

namespace kb {
namespace {

http::Request asked(std::vector<http::Field> parameters) {
  http::Request request;
  request.parameters = std::move(parameters);
  return request;
}

TEST(TranslationQuestion, IsReadAndWrittenAgain) {
  const auto filter =
      translation_filter(asked({{"lang", "pl"}, {"category", "a/b"}, {"state", "missing"}}));
  ASSERT_TRUE(filter);
  EXPECT_EQ(to_query(*filter), "lang=pl&category=a%2Fb&state=missing");
  EXPECT_EQ(to_query(translation_filter(asked({})).value()), "");
}

TEST(TranslationQuestion, NamesWhatThereIs) {
  const auto wrong = translation_filter(asked({{"state", "old"}}));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(to_line(wrong.error()).find("state: no state 'old'"), 0U) << to_line(wrong.error());
}

}  // namespace
}  // namespace kb
