#include "server/form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using testing::ElementsAre;

Result<Form> parsed(std::string body,
                    std::string type = "application/x-www-form-urlencoded; charset=utf-8") {
  http::Request request;
  request.headers = {{"Content-Type", std::move(type)}};
  request.body = std::move(body);
  return Form::parse(request);
}

TEST(Form, IsRead) {
  const auto form = parsed("title=caf%C3%A9+au+lait&tag=a&tag=b%26c&empty=&a#b=c");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->text("title"), "café au lait");
  EXPECT_THAT(form->all("tag"), ElementsAre("a", "b&c"));
  EXPECT_EQ(form->text("tag"), "a");
  EXPECT_TRUE(form->has("empty"));
  EXPECT_FALSE(form->has("missing"));
  EXPECT_EQ(form->text("missing"), "");
  EXPECT_EQ(form->text("a#b"), "c");
}

TEST(Form, HasPlainLineEndsAndValidText) {
  EXPECT_EQ(parsed("t=a%0D%0Ab")->text("t"), "a\nb");
  EXPECT_EQ(parsed("t=a%FFb")->text("t"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_TRUE(parsed(""));
}

TEST(Form, IsNothingElse) {
  for (const auto* type : {"", "application/json", "multipart/form-data; boundary=x", "text/plain"})
    EXPECT_FALSE(parsed("a=b", type)) << type;
  EXPECT_TRUE(parsed("a=b", "Application/X-WWW-Form-URLEncoded"));
}

TEST(Form, HasNotTooManyFields) {
  std::string body = "a=b";
  for (int i = 0; i < 999; ++i) body += "&a=b";
  EXPECT_EQ(parsed(body)->all("a").size(), 1000U);
  EXPECT_FALSE(parsed(body + "&a=b"));
}

}  // namespace
}  // namespace kb
