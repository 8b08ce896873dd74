#include "indexer/check/checked_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(CheckedSite, FindsTextsByLanguageAndId) {
  std::vector<SourceFile> files(3);
  files[0].lang = "en", files[0].id = "a";
  files[1].lang = "en", files[1].id = "b";
  files[2].lang = "ro", files[2].id = "a";
  std::vector<CheckedArticle> articles(3);
  for (std::size_t i = 0; i < files.size(); ++i) articles[i].file = &files[i];
  Config config;
  config.site.languages = {"de", "en", "ro"};
  const CheckedSite site(config, Time(), std::move(articles));

  EXPECT_THAT(site.texts_of("a"), SizeIs(2));
  EXPECT_THAT(site.texts_of("c"), IsEmpty());
  EXPECT_EQ(site.find("ro", "a"), &site.articles()[2]);
  EXPECT_EQ(site.find("ro", "b"), nullptr);
  EXPECT_EQ(site.original_of("b"), &site.articles()[1]);
  EXPECT_THAT(site.languages(), ElementsAre("de", "en", "ro"));
}

}  // namespace
}  // namespace kb
