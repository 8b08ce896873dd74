// A small index of a test's own: articles in, a published generation out.
//
//   SmallIndex index;
//   index.publish({article("en", "billing/refund", "Refunds", "We pay you back.")});
//   auto live = Generation::open_current(index.path());
//
// With the team's words: publish(articles, {}, 2, {{"en", {.stopwords = {{"please", 1}}}}}).
// One thread at a time. Whatever fails here fails the test.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/article/article.h"
#include "core/index/generation.h"
#include "core/index/ranking_prior.h"
#include "core/text/stemmer.h"
#include "tests/core/base/temporary_folder.h"

namespace kb::index {

// An article of one section without a heading, in the category that its id begins with.
Article article(std::string lang, std::string id, std::string title, std::string text);
Article for_agents(Article one);
Article draft(Article one);  // for writers alone

class SmallIndex {
 public:
  const std::filesystem::path& path() const { return folder_.path(); }
  text::Stemmers& stemmers() { return stemmers_; }

  // Articles of `Audience::agents` go to the agents' databases, of `Audience::writers` to drafts'.
  void publish(const std::vector<Article>& articles, const FileTable& files = {}, int keep = 2,
               const Vocabularies& words = {});

  // Of what is published from now on: "en/billing/refund", 1.02.
  void set_prior(const std::string& key, double factor) { prior_.put(key, factor); }

  std::shared_ptr<const Generation> open() const;

 private:
  DatabaseEntry write(const std::filesystem::path& folder, const DatabaseName& name,
                      const std::vector<const Article*>& articles);

  TemporaryFolder folder_;
  text::Stemmers stemmers_;
  RankingPrior prior_;
};

}  // namespace kb::index
