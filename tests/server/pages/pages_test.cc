#include "server/pages/pages.h"

#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

class Pages : public PagesTest {};

TEST_F(Pages, BeginInTheReadersLanguage) {
  const std::pair<std::string, std::string> cases[] = {{"", "/en/"},
                                                       {"ro", "/ro/"},
                                                       {"ro-MD,en;q=0.5", "/ro/"},
                                                       {"pt", "/pt-BR/"},
                                                       {"de, fr;q=0.9", "/en/"},
                                                       {"en;q=0.1, ro;q=0.9", "/ro/"},
                                                       {";;q=,,*", "/en/"},
                                                       {std::string(5000, ','), "/en/"}};
  for (const auto& [accepts, home] : cases)
    EXPECT_EQ(location("/", 302, {{"Accept-Language", accepts}}), home) << accepts;
  EXPECT_EQ(header(get("/"), "Vary"), "Accept-Language");
}

TEST_F(Pages, HaveOneAddressALanguage) {
  EXPECT_EQ(location("/pt_BR/", 301), "/pt-BR/");
  EXPECT_EQ(location("/EN/a/billing/refund", 301), "/en/a/billing/refund");
  EXPECT_EQ(location("/pt_br/search?q=a+b", 301), "/pt-BR/search?q=a+b");
  EXPECT_EQ(location("/en", 301), "/en/");
  EXPECT_EQ(get("/pt-BR/").status, 200);
}

// The page and the category of a search were lost on the way to its canonical address.
TEST_F(Pages, KeepTheWholeSearchOnTheWay) {
  EXPECT_EQ(location("/PT-br/search?q=a&category=billing&page=2", 301),
            "/pt-BR/search?q=a&category=billing&page=2");
}

}  // namespace
}  // namespace kb
