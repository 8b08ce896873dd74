#include "indexer/markdown/page_link.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(PageLink, IsWhatBrowsersTakeItFor) {
  struct Case {
    std::string_view href;
    LinkTarget target;
  };
  for (const Case& c :
       {Case{"a.md", LinkTarget::relative}, Case{"/a", LinkTarget::relative},
        Case{"#a", LinkTarget::anchor}, Case{"//h/x", LinkTarget::external},
        Case{"HTTPS://x", LinkTarget::external}, Case{"tel:1", LinkTarget::contact},
        Case{"", LinkTarget::refused}, Case{" java\nscript:x", LinkTarget::refused},
        Case{"vbscript:x", LinkTarget::refused}, Case{"a/b:c", LinkTarget::relative},
        Case{"kb-file:0/x", LinkTarget::symbolic}})
    EXPECT_EQ(classify_link(clean_link(c.href)), c.target) << c.href;
}

}  // namespace
}  // namespace kb
