// Many customers asking the same on some days, written down line by line, for tests of gaps.
//
//   const Asked asked = asked_by(R"(
//     0 en 'where is my parcel' 12 no_results
//     0 en 'track parcel' 5 found en/delivery/track
//   )", 20'514);
//
// A line: day (from the first one), language, question, how many customers, what came of it
// ("found" or failures), an article, a ticket "#contact/1001". Customers of a line are new ones;
// "as" and a name take those of an earlier line of that name. A mistake in a line throws. For one
// test thread.

#pragma once

#include <sstream>
#include <stdexcept>
#include <string>

#include "core/insights/gaps/asked_texts.h"

namespace kb::insights {

inline Failure failure_called(const std::string& name) {
  for (int i = 0; i < kFailures; ++i)
    if (failure_name(static_cast<Failure>(i)) == name) return static_cast<Failure>(i);
  throw std::invalid_argument(name);
}

class AskedScenario {
 public:
  explicit AskedScenario(const std::string& text, std::int64_t first_day = 20'514) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
      if (line.find_first_not_of(' ') != std::string::npos) add(line, first_day);
    asked_.questions = texts_.questions();
    asked_.articles = texts_.articles();
    asked_.tickets = texts_.tickets();
  }

  const Asked& asked() const { return asked_; }
  const AskedTexts& texts() const { return texts_; }

 private:
  void add(const std::string& line, std::int64_t first_day) {
    std::istringstream words(line);
    std::int32_t day = 0;
    int customers = 0;
    std::string lang, question;
    words >> day >> lang;
    std::getline(words, question, '\'');
    std::getline(words, question, '\'');
    words >> customers;
    Asking asking{.question = texts_.question(lang, question),
                  .day = static_cast<std::int32_t>(first_day) + day};
    std::uint64_t first = next_;
    for (std::string word; words >> word;) read_word(asking, word, words, first);
    for (int i = 0; i < customers; ++i) {
      asking.who = first + static_cast<std::uint64_t>(i);
      asked_.askings.push_back(asking);
    }
    next_ = std::max(next_, first + static_cast<std::uint64_t>(customers));
  }

  void read_word(Asking& asking, const std::string& word, std::istringstream& words,
                 std::uint64_t& first) {
    if (word == "found") return;
    if (word.starts_with('#')) {
      asking.ticket = texts_.ticket(word.substr(1));
    } else if (word == "as") {
      std::string name;
      words >> name;
      first = named_.try_emplace(name, first).first->second;
    } else if (word.find('/') != std::string::npos) {
      asking.article = texts_.article(word);
    } else {
      asking.failures |= bit(failure_called(word));
    }
  }

  AskedTexts texts_;
  Asked asked_;
  std::uint64_t next_ = 1;
  std::unordered_map<std::string, std::uint64_t> named_;  // the first customer of each name
};

}  // namespace kb::insights
