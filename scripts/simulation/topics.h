// What the simulated visitors want to know, and in which words they ask.
//
//   auto topics = Topics::read(config, file_of_searches);
//   const Topic& topic = topics->draw("pl", random);
//   topic.first, topic.again                  // "asystent głosowy"; then "asystent google"
//
// Most ask what the judgements of the site hold: what customers type and the article they want. The
// rest is in searches.tsv: topics that the sample articles do not answer, or not well. Immutable.

#pragma once

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/base/config.h"
#include "core/base/result.h"

namespace kb::simulation {

struct Topic {
  std::vector<std::string> first;     // words they begin with
  std::vector<std::string> again;     // and those they try then; empty: they give up
  std::vector<std::string> articles;  // ids that answer it; empty: whose title names it
  std::vector<std::string> named;     // beginnings of its words, lower case
  double weight = 1;                  // among the topics of its language
  double helps = 0.9;                 // share of those who read the answer and are helped
  int days = 0;                       // asked in so many last days only; 0: always
  std::string complaint = {};         // the reason of those who are not: "outdated"
};

class Topics {
 public:
  static Result<Topics> read(const Config& config, const std::filesystem::path& searches);

  const std::vector<std::string>& languages() const { return languages_; }
  // `age`: days before the last one.
  const Topic& draw(const std::string& lang, std::int64_t age, std::mt19937_64& random) const;

 private:
  std::vector<std::string> languages_;
  std::map<std::string, std::vector<Topic>> by_language_;
};

}  // namespace kb::simulation
