#include "server/security_headers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(SecurityHeaders, AllowPagesTheirOwnScriptsOnly) {
  const auto headers = page_security_headers({}, {"'sha256-abc='"});
  ASSERT_EQ(headers.at(0).name, "Content-Security-Policy");
  const auto& policy = headers[0].value;
  for (const auto* rule : {"default-src 'none'", "script-src 'self'", "base-uri 'none'",
                           "frame-ancestors 'none'", "form-action 'self'"})
    EXPECT_THAT(policy, HasSubstr(rule));
  EXPECT_THAT(policy, HasSubstr("style-src 'self' 'sha256-abc='"));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
  EXPECT_THAT(policy, Not(HasSubstr("frame-src")));
}

TEST(SecurityHeaders, AllowFramesOfTheNamedVideoHosts) {
  EXPECT_THAT(page_security_headers({"a.example", "b.example"}, {})[0].value,
              testing::EndsWith("; frame-src https://a.example https://b.example"));
}

TEST(SecurityHeaders, LetNamedSitesAloneFrameStaffPages) {
  EXPECT_THAT(staff_security_headers({}, {})[0].value, HasSubstr("frame-ancestors 'none'"));
  EXPECT_THAT(staff_security_headers({}, {}, {"https://a.example", "https://b.example"})[0].value,
              HasSubstr("frame-ancestors https://a.example https://b.example;"));
  EXPECT_EQ(staff_security_headers({}, {})[1].value, "same-origin");
}

TEST(SecurityHeaders, LetNothingRunInFiles) {
  const std::string policy = file_security_headers().at(0).value;
  EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy, HasSubstr("sandbox"));
  EXPECT_THAT(policy, Not(HasSubstr("script-src")));
}

}  // namespace
}  // namespace kb
