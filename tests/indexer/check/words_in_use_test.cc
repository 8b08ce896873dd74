#include "indexer/check/words_in_use.h"

#include <gmock/gmock.h>

#include "core/text/stemmer.h"
#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

class WordsInUse : public testing::Test {
 protected:
  std::unordered_set<std::string> find(const std::string& lang,
                                       const std::unordered_set<std::string>& wanted) {
    const Scan scan = scan_sources(site.config);
    const LinkResolver links(site.config);
    Findings findings;
    std::vector<CheckedArticle> articles;
    for (const auto& file : scan.files)
      articles.push_back(read_checked_article(file, links, SiteInFolder::kStart, findings));
    const CheckedSite checked(site.config, SiteInFolder::kStart, std::move(articles));
    text::Stemmers stemmers;
    text::Analyser analyser(lang, stemmers);
    return words_in_use(checked, lang, wanted, analyser);
  }
  SiteInFolder site;
};

TEST_F(WordsInUse, AreThoseOfTheLanguagesArticles) {
  site.write("en/a.md", "---\ntitle: Refunds\nkeywords: [money]\n---\nCode `E-1042`.\n");
  site.write("ro/a.md", "# Rambursări\n");
  EXPECT_THAT(find("en", {"refund", "money", "1042", "rambursari", "parcel"}),
              UnorderedElementsAre("refund", "money", "1042"));
  EXPECT_THAT(find("ro", {"rambursari", "refund"}), UnorderedElementsAre("rambursari"));
  EXPECT_THAT(find("de", {"refund"}), IsEmpty());
}

TEST_F(WordsInUse, AreNotThoseThatNobodyReads) {
  site.write("en/draft.md", "---\ndraft: true\n---\nzanzibar\n");
  site.write("en/over.md", "---\nexpires_at: 2025-01-01\n---\nmadagascar\n");
  site.write("en/agents.md", "---\naudience: agents\n---\nmauritius\n");
  EXPECT_THAT(find("en", {"zanzibar", "madagascar", "mauritius"}),
              UnorderedElementsAre("mauritius"));
}

}  // namespace
}  // namespace kb
