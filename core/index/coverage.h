// How much of a question an article answers, as far as words can tell: the share of the question's
// telling words that one of its sections has, each as telling as it is rare.
//
//   Coverage coverage(generation, stemmers);
//   coverage.of("how do I redeem a voucher", "en", "billing/vouchers")    // 1: it has them all
//   coverage.of("voucher for a gift card", "en", "billing/vouchers")      // 0.5: no "gift card"
//
// A section speaks with the article's title, keywords and tags. Common words and the team's stop
// words count nothing, unless there are no others. A word in another inflection is there, so is one
// of the team's synonyms. An article that customers cannot read covers nothing. Some microseconds
// an article; the generation and the stemmers must outlive it. Not thread-safe: one per thread. A
// damaged record covers less.

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
  Coverage(const Generation& generation, text::Stemmers& stemmers);
  ~Coverage();
  Coverage(Coverage&&) noexcept;

  // 0 to 1; of a question without words 0. Quickest where one question's articles come together.
  double of(std::string_view question, const std::string& lang, std::string_view article);

 private:
  class Language;
  Language* language(const std::string& lang);  // null: nothing is published in it

  const Generation& generation_;
  text::Stemmers& stemmers_;
  std::map<std::string, std::unique_ptr<Language>> languages_;
};

}  // namespace kb::index
