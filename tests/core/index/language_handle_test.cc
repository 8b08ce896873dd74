#include "core/index/language_handle.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <set>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

class Handles : public testing::Test {
 protected:
  // With the databases of `audience` and of those before it.
  std::unique_ptr<LanguageHandle> open(const std::string& lang, Audience audience) {
    live_ = index_.open();
    std::vector<const Database*> parts;
    for (const auto part : kAudiences)
      if (const auto* database = live_->database({lang, part}); database && part <= audience)
        parts.push_back(database);
    return std::make_unique<LanguageHandle>(parts, lang, live_->vocabulary(lang),
                                            index_.stemmers());
  }

  SmallIndex index_;
  std::shared_ptr<const Generation> live_;
};

TEST_F(Handles, KnowWhatIsBehindEachDocument) {
  index_.publish({article("en", "a/refund", "Refund", "x"), article("en", "a/hub", "Hub", "x"),
                  article("en", "a/light", "Light", "x"),
                  for_agents(article("en", "a/refund", "Refund for agents", "x")),
                  for_agents(article("en", "x/limits", "Limits", "x"))});
  const auto handle = open("en", Audience::agents);
  ASSERT_EQ(handle->parts().size(), 2U);
  std::set<std::string> titles;
  const auto& xapian = handle->xapian();
  for (auto document = xapian.postlist_begin(""); document != xapian.postlist_end(""); ++document) {
    const Row& row = handle->row_of(*document);
    const Database& part = handle->part_of(*document);
    titles.insert(row.title);
    EXPECT_EQ(part.catalogue.find(row.id), &row);
    EXPECT_EQ(handle->document_of(part, row), *document) << "there and back";
    EXPECT_EQ(handle->article_number(*document),
              part.article_numbers[handle->row_number(*document)]);
    const bool agents = part.name.audience == Audience::agents;
    EXPECT_EQ(handle->is_replaced(part, row.id), !agents && row.id == "a/refund") << row.title;
  }
  EXPECT_EQ(titles,
            (std::set<std::string>{"Refund", "Hub", "Light", "Refund for agents", "Limits"}));
}

TEST_F(Handles, OfEveryoneHoldNothingForAgents) {
  index_.publish({article("en", "a/refund", "Refund", "x"),
                  for_agents(article("en", "a/refund", "Refund", "kestrel"))});
  const auto handle = open("en", Audience::everyone);
  ASSERT_EQ(handle->parts().size(), 1U);
  EXPECT_EQ(handle->lexicons.size(), 1U);
  EXPECT_FALSE(handle->lexicons[0]->find("kestrel"));
  EXPECT_EQ(handle->statistics.frequency("kestrel"), 0U);
  EXPECT_FALSE(handle->is_replaced(*handle->parts()[0], "a/refund"));
}

TEST_F(Handles, DescribeTheirCollection) {
  index_.publish({article("en", "a/one", "T", "one two three"),
                  article("en", "a/two", "T", "one two three four five")});
  const auto handle = open("en", Audience::everyone);
  EXPECT_EQ(handle->collection.articles, 2);
  EXPECT_EQ(handle->collection.average_words, 4);
  EXPECT_FALSE(handle->has_dates());
  EXPECT_TRUE(handle->analyser.has_stemmer());
}

TEST_F(Handles, NoteThatSomeArticleExpires) {
  auto expiring = article("en", "a/one", "T", "x");
  expiring.facts.expires_at = Time{std::chrono::seconds{1}};
  index_.publish({expiring, article("en", "a/two", "T", "x")});
  EXPECT_TRUE(open("en", Audience::everyone)->has_dates());
}

TEST_F(Handles, HaveTheTeamsWordsWhereThereAreAny) {
  index_.publish({article("en", "a/one", "T", "x"), article("ro", "a/one", "T", "x")}, {}, 2,
                 {{"en", {.synonyms = {}, .pins = {}, .stopwords = {{"please", 1}}}}});
  EXPECT_NE(open("en", Audience::everyone)->vocabulary, nullptr);
  EXPECT_EQ(open("ro", Audience::everyone)->vocabulary, nullptr);
}

}  // namespace
}  // namespace kb::index
