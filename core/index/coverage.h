// How much of a question an article answers, as far as words can tell: the share of the question's
// telling words that one of its sections has, or its title, keywords and tags.
//
//   Coverage coverage(generation, stemmers);
//   coverage.of("how do I redeem a voucher", "en", "billing/vouchers")    // 1: it has them all
//   coverage.of("voucher for a gift card", "en", "billing/vouchers")      // 0.5: no "gift card"
//
// Words that few articles have weigh more; common words and the team's stop words nothing, unless
// there are no others. A word in another inflection is there, so is one of the team's synonyms. An
// article that customers cannot read covers nothing. Not thread-safe: one per thread; a damaged
// record has no words.

#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/index/generation.h"
#include "core/text/stemmer.h"

namespace kb::index {

class Coverage {
 public:
  Coverage(std::shared_ptr<const Generation> generation, text::Stemmers& stemmers);
  ~Coverage();
  Coverage(Coverage&&) noexcept;

  // 0 to 1.
  double of(std::string_view question, const std::string& lang, std::string_view article);

 private:
  struct Language;
  Language* language(const std::string& lang);  // null: nothing is published in it

  std::shared_ptr<const Generation> generation_;
  text::Stemmers& stemmers_;
  std::map<std::string, std::unique_ptr<Language>> languages_;
};

}  // namespace kb::index
