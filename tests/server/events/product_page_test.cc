#include "server/events/product_page.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string_view url, page;
};
class ProductPage : public testing::TestWithParam<Case> {};

TEST_P(ProductPage, IsTheSameForAllWhoSeeIt) {
  EXPECT_EQ(product_page(GetParam().url), GetParam().page);
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, ProductPage,
    testing::Values(Case{"https://App.example/Orders/?id=7#top", "app.example/Orders"},
                    Case{"http://app.example:8080", "app.example:8080/"},
                    Case{"https://ana:secret@app.example/orders", "app.example/orders"},
                    Case{"/settings/billing/", "/settings/billing"}, Case{"/", "/"},
                    Case{"/?next=https://evil.example", "/"}));
// Who sees the page of one order is one customer: the page would never be seen often enough.
INSTANTIATE_TEST_SUITE_P(
    OneThingOfOneCustomer, ProductPage,
    testing::Values(Case{"https://app.example/orders/1042/items", "app.example/orders/*/items"},
                    Case{"/d/5f0c2a9e-2b1d-4d0c-9a51-0f6f6a7c1d2e", "/d/*"},
                    Case{"/team/ana@mail.example", "/team/*"}, Case{"/api/v2/keys", "/api/v2/keys"},
                    Case{"/notification-preferences", "/notification-preferences"}));
INSTANTIATE_TEST_SUITE_P(NoPages, ProductPage,
                         testing::Values(Case{"", ""}, Case{"orders", ""},
                                         Case{"//evil.example/a", ""}, Case{"https://", ""},
                                         Case{"ftp://app.example/a", ""},
                                         Case{"javascript:alert(1)", ""}, Case{"/a b", ""},
                                         Case{"/<script>", ""}));

TEST(HostAndPath, KeepsWhatThePathSays) {
  EXPECT_EQ(host_and_path("https://App.example/orders/1042?tab=2"), "app.example/orders/1042");
  EXPECT_EQ(host_and_path("/" + std::string(1000, 'a')).size(), 300U);
}

TEST(ClickDetail, IsNothingWithoutAPage) {
  EXPECT_EQ(click_detail("shop.example/orders"), R"({"from":"shop.example/orders"})");
  EXPECT_EQ(click_detail(""), "");
}

}  // namespace
}  // namespace kb
