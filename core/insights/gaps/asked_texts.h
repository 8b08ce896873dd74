// The texts of what was asked, each once: askings carry their numbers, so that a million stay
// small.
//
//   const auto asked_of = texts.question("pl", "Zwrot  kosztów");   // of all its spellings
//   texts.article("pl/billing/refund"), texts.ticket("contact/1042")
//
// Numbers are given in the order of the first call. Questions are kept as query_form
// (search_intents.h) has them: without capitals, with one space between words. For one thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/insights/gaps/asked.h"

namespace kb::insights {

class AskedTexts {
 public:
  std::uint32_t question(std::string_view lang, std::string_view text);
  std::uint32_t article(std::string_view object);
  std::uint32_t ticket(std::string_view key);

  // `form` as query_form has it.
  std::optional<std::uint32_t> find_question(std::string_view lang, std::string_view form) const;

  const std::vector<Question>& questions() const { return questions_; }
  const std::vector<std::string>& articles() const { return articles_; }
  const std::vector<std::string>& tickets() const { return tickets_; }

 private:
  using Numbers = std::unordered_map<std::uint64_t, std::uint32_t>;  // by hash

  static std::uint32_t number_of(Numbers& numbers, std::vector<std::string>& names,
                                 std::string_view name);

  std::vector<Question> questions_;
  std::vector<std::string> articles_;
  std::vector<std::string> tickets_;
  Numbers by_question_;
  Numbers by_article_;
  Numbers by_ticket_;
};

}  // namespace kb::insights
