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
#include <map>
#include <string>
#include <vector>

#include "core/article/article.h"
#include "core/index/generation.h"
#include "core/text/stemmer.h"
#include "tests/core/base/temporary_folder.h"

namespace kb::index {

// An article of one section without a heading, in the category that its id begins with.
Article article(std::string lang, std::string id, std::string title, std::string text);

class SmallIndex {
 public:
  const std::filesystem::path& path() const { return folder_.path(); }
  text::Stemmers& stemmers() { return stemmers_; }

  // Articles of `Audience::agents` go to the agents' databases, of `Audience::writers` to drafts'.
  void publish(const std::vector<Article>& articles, const FileTable& files = {}, int keep = 2,
               const Vocabularies& words = {});

  // What is known of an article beyond its text (catalogue.h), for what is published from now on.
  void set_prior(const std::string& id, std::uint32_t thousandths) { priors_[id] = thousandths; }

  std::shared_ptr<const Generation> open() const;

 private:
  DatabaseEntry write(const std::filesystem::path& folder, const DatabaseName& name,
                      const std::vector<const Article*>& articles);

  TemporaryFolder folder_;
  text::Stemmers stemmers_;
  std::map<std::string, std::uint32_t> priors_;
};

}  // namespace kb::index
