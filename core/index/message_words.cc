#include "core/index/message_words.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <unordered_map>

#include "core/text/normal_form.h"

namespace kb::index {
namespace {

constexpr double kSubjectFactor = 2;

struct Counted {
  std::size_t times = 0;
  bool in_subject = false;
};

class Reader {
 public:
  explicit Reader(text::Analyser& analyser) : analyser_(analyser) {}

  void read(std::string_view text, bool is_subject) {
    const text::WordForms* previous = nullptr;
    std::size_t before = 0;
    for (const auto& word : analyser_.analyse(text)) {
      const auto [known, added] = places_.emplace(word.forms->folded_stem, found_.all.size());
      const auto place = known->second;
      if (added) {
        found_.all.push_back(*word.forms);
        counts_.emplace_back();
      }
      ++counts_[place].times;
      counts_[place].in_subject |= is_subject;
      if (previous != nullptr && pairs_.emplace(before, place).second)
        found_.pairs.emplace_back(before, place);
      previous = word.forms;
      before = place;
    }
  }

  MessageWords take(const std::function<double(const text::WordForms&)>& weigh) {
    struct Weighed {
      double weight;  // in this message
      std::size_t place;
      double telling;
    };
    std::vector<Weighed> candidates;
    for (std::size_t place = 0; place < found_.all.size(); ++place) {
      const double telling = weigh(found_.all[place]);
      const double times = 1 + std::log(static_cast<double>(counts_[place].times));
      const double factor = counts_[place].in_subject ? kSubjectFactor : 1;
      if (telling > 0) candidates.push_back({telling * times * factor, place, telling});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    if (candidates.size() > kTellingWords) candidates.resize(kTellingWords);
    std::sort(candidates.begin(), candidates.end(),
              [](const auto& a, const auto& b) { return a.place < b.place; });
    for (const auto& candidate : candidates)
      found_.telling.push_back({found_.all[candidate.place], candidate.telling});
    return std::move(found_);
  }

 private:
  text::Analyser& analyser_;
  MessageWords found_;
  std::vector<Counted> counts_;  // of found_.all
  std::unordered_map<std::string, std::size_t> places_;
  std::set<std::pair<std::size_t, std::size_t>> pairs_;
};

}  // namespace

MessageWords message_words(const Message& message, text::Analyser& analyser,
                           const std::function<double(const text::WordForms&)>& weigh) {
  analyser.trim();
  Reader reader(analyser);
  reader.read(text::utf8_prefix(message.subject, kLongestMessage), true);
  reader.read(text::utf8_prefix(message.text, kLongestMessage), false);
  return reader.take(weigh);
}

}  // namespace kb::index
