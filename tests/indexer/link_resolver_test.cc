#include "indexer/link_resolver.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

// content/ is the first source, guides/ (of another layout) the second; secret.svg is in none.
class LinkResolution : public testing::Test {
 protected:
  LinkResolution() {
    for (const auto* path : {"en/billing/refund.md", "en/billing/what we store.md", "en/a.mdx",
                             "en/billing/cards/index.md", "pt_BR/a.md"})
      site.write(path, "# A\n");
    for (const auto* path :
         {"en/images/hub.svg", "en/images/a b.png", "en/images/a#b.png", "en/files/price.pdf"})
      site.write(path, "bytes");
    fs::create_directories(site.folder() / "guides/start");
    std::ofstream(site.folder() / "guides/start/install.md") << "# Install\n";
    std::ofstream(site.folder() / "secret.svg") << "<svg/>";
    fs::create_symlink(site.folder() / "secret.svg", site.content() / "en/images/link.svg");
    auto& guides = site.config.sources.emplace_back();
    guides.path = site.folder() / "guides";
    guides.layout = {"{path}.md"};
  }

  std::string resolved(std::string_view href, LinkKind kind = LinkKind::link) const {
    SourceFile from;
    from.path = "en/billing/here.md";
    return LinkResolver(site.config).resolve(from, href, kind);
  }

  SiteInFolder site;
};

TEST_F(LinkResolution, LeadsToArticles) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"refund.md", "kb-article:en/billing/refund"},
      {"./refund.md", "kb-article:en/billing/refund"},
      {"refund.md#how-long", "kb-article:en/billing/refund#how-long"},
      {"refund.md?utm=x#how-long", "kb-article:en/billing/refund#how-long"},
      {"refund", "kb-article:en/billing/refund"},
      {"refund/", "kb-article:en/billing/refund"},
      {"../a.mdx", "kb-article:en/a"},
      {"../a", "kb-article:en/a"},
      {"cards/", "kb-article:en/billing/cards/index"},
      {"cards", "kb-article:en/billing/cards/index"},
      {"what%20we%20store.md", "kb-article:en/billing/what%20we%20store"},
      {"what we store.md", "kb-article:en/billing/what%20we%20store"},
      {"/en/billing/refund.md", "kb-article:en/billing/refund"},
      {"/en/./a/../billing/refund.md", "kb-article:en/billing/refund"},
      {"../../pt_BR/a.md", "kb-article:pt-BR/a"},
      {"../../../guides/start/install.md", "kb-article:en/start/install"},
      // Not there yet: resolved when the page is served, so that it need not be read again.
      {"not-written.md", "kb-article:en/billing/not-written"},
      // What cannot stand in an attribute stays encoded.
      {"refund.md#a\"b", "kb-article:en/billing/refund#a%22b"},
      {"refund.md#c%C4%83", "kb-article:en/billing/refund#c%C4%83"},
  };
  for (const auto& [href, link] : cases) EXPECT_EQ(resolved(href), link) << href;
}

TEST_F(LinkResolution, LeadsToFiles) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"../images/hub.svg", "kb-file:0/en/images/hub.svg"},
      {"/en/images/hub.svg", "kb-file:0/en/images/hub.svg"},
      {"../images/a%20b.png", "kb-file:0/en/images/a%20b.png"},
      {"../images/a%23b.png", "kb-file:0/en/images/a%23b.png"},
      {"../images/./../images/hub.svg", "kb-file:0/en/images/hub.svg"},
  };
  for (const auto& [href, link] : cases) EXPECT_EQ(resolved(href, LinkKind::image), link) << href;
  EXPECT_EQ(resolved("../files/price.pdf"), "kb-file:0/en/files/price.pdf");
}

TEST_F(LinkResolution, LeadsNowhereElse) {
  for (const auto* href : {"",
                           "#",
                           "?",
                           "/",
                           "//",
                           "missing",
                           "missing/",
                           "../missing.pdf",
                           "../../../secret.svg",
                           "../../../../../../../../etc/passwd",
                           "/../secret.svg",
                           "/etc/passwd",
                           "//etc/passwd",
                           "%2Fetc%2Fpasswd",
                           "../images/link.svg",
                           "%00",
                           "../images/hub.svg/x",
                           "..",
                           ".",
                           "../../../nowhere/a.md",
                           "/../guides/start/install"})
    for (const auto kind : {LinkKind::link, LinkKind::image})
      EXPECT_EQ(resolved(href, kind), "") << href;
  EXPECT_EQ(resolved("../images/missing.svg", LinkKind::image), "");
  EXPECT_EQ(resolved("../../images/not-a-language.md"), "");
}

TEST_F(LinkResolution, NamesTheFileOfASymbolicPath) {
  const LinkResolver links(site.config);
  EXPECT_EQ(links.file_of("kb-file:0/en/images/a%20b.png"), site.content() / "en/images/a b.png");
  EXPECT_EQ(links.file_of("kb-file:1/x.svg"), site.folder() / "guides/x.svg");
  for (const auto* nonsense : {"", "kb-file:", "kb-file:7/x.svg", "kb-file:x/y"})
    EXPECT_EQ(links.file_of(nonsense), "") << nonsense;
}

}  // namespace
}  // namespace kb
