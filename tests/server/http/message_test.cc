#include "server/http/message.h"

#include <gtest/gtest.h>

namespace kb::http {
namespace {

TEST(Request, FindsTheFirstParameterAndHeader) {
  Request request;
  request.parameters = {{"q", "refund"}, {"q", "second"}};
  request.headers = {{"Accept-Language", "ro"}};
  EXPECT_EQ(request.param("q"), "refund");
  EXPECT_EQ(request.param("Q"), "");
  EXPECT_EQ(request.header("accept-LANGUAGE"), "ro");
  EXPECT_EQ(request.header("Accept"), "");
}

TEST(Response, FactoriesSayWhatTheyMake) {
  EXPECT_EQ(redirect(308, "/pt-BR/").headers, (std::vector<Field>{{"Location", "/pt-BR/"}}));
  EXPECT_EQ(problem(404, "no such article").problem->title, "Not Found");
  EXPECT_EQ(problem(409, "Stale", "somebody else saved it").problem->title, "Stale");
  EXPECT_EQ(status_title(499), "Error");
}

}  // namespace
}  // namespace kb::http
