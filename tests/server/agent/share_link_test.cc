#include "server/agent/share_link.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(ShareLink, HasThreeForms) {
  const auto link = share_link("https://help.example/en/a/refund#how-long", "Refunds: How long");
  EXPECT_EQ(link.plain, "https://help.example/en/a/refund#how-long");
  EXPECT_EQ(link.markdown, "[Refunds: How long](https://help.example/en/a/refund#how-long)");
  EXPECT_EQ(link.html,
            "<a href=\"https://help.example/en/a/refund#how-long\">Refunds: How long</a>");
}

TEST(ShareLink, KeepsATitleATitle) {
  const auto link = share_link("https://help.example/(a)", "[x](http://evil.example) <b>&");
  EXPECT_EQ(link.markdown,
            "[\\[x\\](http://evil.example) \\<b\\>\\&](https://help.example/%28a%29)");
  EXPECT_EQ(link.html,
            "<a href=\"https://help.example/(a)\">[x](http://evil.example) &lt;b&gt;&amp;</a>");
}

}  // namespace
}  // namespace kb
