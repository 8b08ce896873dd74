#include "core/index/phrase_search.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace kb::index {
namespace {

using Order = PhraseRank::Order;

constexpr std::size_t kMostCompleted = 4;  // words of a completion
constexpr std::size_t kMostNear = 64;      // words tried for one that is not the last

bool begins_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

}  // namespace

// The best phrase of each article seen so far.
class PhraseSearch::BestByArticle {
 public:
  explicit BestByArticle(const std::vector<SuggestedPhrase>& phrases)
      : phrases_(phrases), place_(phrases.empty() ? 0 : phrases.back().row + 1U, kNone) {}

  void offer(std::uint32_t phrase, const PhraseRank& rank) {
    auto& place = place_[phrases_[phrase].row];
    if (place == kNone) {
      place = static_cast<std::uint32_t>(matches_.size());
      matches_.push_back({phrase, rank});
    } else if (rank < matches_[place].rank) {
      matches_[place] = {phrase, rank};
    }
  }
  std::vector<PhraseMatch> take() { return std::move(matches_); }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  const std::vector<SuggestedPhrase>& phrases_;
  std::vector<std::uint32_t> place_;  // by row: in matches_
  std::vector<PhraseMatch> matches_;
};

PhraseSearch::PhraseSearch(const Suggestions& suggestions, const TypedText& typed, Slips slips)
    : suggestions_(suggestions),
      typed_(typed),
      wanted_(wanted_words(suggestions.words(), typed, slips)) {}

template <class Action>
void PhraseSearch::for_each_phrase_with(const SoughtWord& wanted, Action&& action) const {
  for (const auto phrase : suggestions_.phrases_with(wanted.begins)) action(phrase);
  for (const auto& near : wanted.near)
    for (const auto phrase : suggestions_.phrases_with(near.words)) action(phrase);
}

// Which typed word leads to the fewest phrases.
std::size_t PhraseSearch::rarest_word() const {
  const auto phrases = [&](const SoughtWord& wanted) {
    std::size_t all = suggestions_.phrases_with(wanted.begins).size();
    for (const auto& near : wanted.near) all += suggestions_.phrases_with(near.words).size();
    return all;
  };
  const auto rarest = std::ranges::min_element(wanted_, {}, phrases);
  return static_cast<std::size_t>(rarest - wanted_.begin());
}

std::vector<PhraseMatch> PhraseSearch::articles() const {
  BestByArticle best(suggestions_.phrases());
  if (wanted_.empty()) return {};
  const auto& phrases = suggestions_.phrases();
  for_each_phrase_with(wanted_[rarest_word()], [&](std::uint32_t number) {
    rank(number, best);
    if (phrases[number].place != Place::title || wanted_.size() == 1) return;
    // The other words may stand in a heading below this title.
    for (auto i = number + 1; i < phrases.size() && phrases[i].title == number; ++i) rank(i, best);
  });
  return best.take();
}

void PhraseSearch::rank(std::uint32_t number, BestByArticle& best) const {
  const SuggestedPhrase& phrase = suggestions_.phrases()[number];
  PhraseRank rank;
  rank.place = phrase.place;
  rank.size = phrase.text_size;
  if (rank_in_place(phrase, rank) || rank_with_title(phrase, rank)) best.offer(number, rank);
}

// All words in this phrase: is it in their order, does it begin with them?
bool PhraseSearch::rank_in_place(const SuggestedPhrase& phrase, PhraseRank& rank) const {
  const auto words = suggestions_.words_of(phrase);
  if (words.size() < wanted_.size()) return false;
  std::uint16_t slips = 0;
  std::size_t next = 0;  // of the wanted words
  std::size_t last = 0;
  for (std::size_t i = 0; i < words.size() && next < wanted_.size(); ++i)
    if (const auto some = wanted_[next].slips_to(words[i].word)) {
      slips = static_cast<std::uint16_t>(slips + *some);
      last = i;
      ++next;
    }
  if (next < wanted_.size()) return false;
  rank.slips = slips;
  rank.begins_elsewhere = last + 1 != wanted_.size();
  rank.order = phrase.place == Place::title && !rank.begins_elsewhere ? Order::title_begins
                                                                      : Order::in_order;
  return true;
}

// The words in any order, at least one of them here, the others here or in the article's title.
bool PhraseSearch::rank_with_title(const SuggestedPhrase& phrase, PhraseRank& rank) const {
  const auto here = suggestions_.words_of(phrase);
  const auto title = phrase.place == Place::title
                         ? std::span<const PhraseWord>()
                         : suggestions_.words_of(suggestions_.phrases()[phrase.title]);
  std::array<std::uint32_t, 2> used{};  // by phrase: a bit a word
  const auto take = [&](const SoughtWord& wanted, std::span<const PhraseWord> words,
                        std::uint32_t& taken) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto bit = std::uint32_t{1} << i;
      if ((taken & bit) != 0) continue;
      if (const auto slips = wanted.slips_to(words[i].word)) {
        taken |= bit;
        rank.slips = static_cast<std::uint16_t>(rank.slips + *slips);
        return true;
      }
    }
    return false;
  };
  rank.slips = 0;
  for (const auto& wanted : wanted_)
    if (!take(wanted, here, used[0]) && !take(wanted, title, used[1])) return false;
  if (used[0] == 0) return false;
  rank.order = used[1] == 0 ? Order::any : Order::with_title;
  rank.begins_elsewhere = true;
  return true;
}

std::vector<PhraseMatch> PhraseSearch::articles_run_together() const {
  BestByArticle best(suggestions_.phrases());
  const auto all = typed_.run_together();
  const auto goes_on = [&](std::span<const PhraseWord> words) {
    std::string_view rest = all;
    for (const auto& each : words) {
      const auto word = suggestions_.words()[each.word];
      if (word.size() >= rest.size()) return word.starts_with(rest);
      if (!rest.starts_with(word)) return false;
      rest.remove_prefix(word.size());
    }
    return false;
  };
  const auto offer_all = [&](WordRange range) {
    for (const auto number : suggestions_.phrases_with(range)) {
      const auto& phrase = suggestions_.phrases()[number];
      const auto words = suggestions_.words_of(phrase);
      for (std::size_t i = 0; i < words.size(); ++i)
        if (range.contains(words[i].word) && goes_on(words.subspan(i))) {
          const bool begins = i == 0;
          best.offer(
              number,
              {0, begins && phrase.place == Place::title ? Order::title_begins : Order::in_order,
               phrase.place, !begins, phrase.text_size});
          break;
        }
    }
  };
  for (std::size_t size = 1; size < all.size(); ++size)
    if (begins_letter(all[size]))
      if (const auto word = suggestions_.words().find(std::string_view(all).substr(0, size)))
        offer_all({*word, *word + 1});
  if (!all.empty()) offer_all(suggestions_.words().with_prefix(all));
  return best.take();
}

std::vector<QueryMatch> PhraseSearch::queries(std::size_t most) const {
  std::vector<QueryMatch> found;
  const auto all = static_cast<std::uint32_t>(suggestions_.completions().size());
  // The more of what is typed a completion goes on from, the better: the others must wait.
  std::size_t first = wanted_.size() > kMostCompleted ? wanted_.size() - kMostCompleted : 0;
  for (; first < wanted_.size() && found.empty(); ++first) complete(first, 0, {0, all}, 0, found);
  const auto rank = [&](const QueryMatch& match) {
    const auto& completion = suggestions_.completions()[match.completion];
    return std::tuple(match.slips, ~completion.count, completion.words, match.completion);
  };
  const auto shown = static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::ranges::partial_sort(found, found.begin() + shown, {}, rank);
  found.resize(static_cast<std::size_t>(shown));
  return found;
}

// Adds the completions of `range` that go on with the typed words from `first` + `depth`; those
// before it, all in `range` have.
void PhraseSearch::complete(std::size_t first, std::size_t depth, WordRange range,
                            std::uint16_t slips, std::vector<QueryMatch>& found) const {
  if (range.empty()) return;
  const auto& wanted = wanted_[first + depth];
  const bool is_last = first + depth + 1 == wanted_.size();
  const auto go_on = [&](WordRange words, std::uint16_t more) {
    const auto sum = static_cast<std::uint16_t>(slips + more);
    const auto those = with_word(range, depth, words);
    if (!is_last) return complete(first, depth + 1, those, sum, found);
    for (auto i = those.begin; i < those.end; ++i)
      if (!is_typed(suggestions_.completions()[i], first))
        found.push_back({i, typed_.words[first].begin, sum});
  };
  if (is_last && !typed_.is_closed)
    go_on(wanted.begins, 0);
  else if (wanted.whole)
    go_on({*wanted.whole, *wanted.whole + 1}, 0);
  std::size_t tried = 0;
  for (const auto& near : wanted.near) {
    if (is_last) {
      go_on(near.words, near.slips);
      continue;
    }
    for (auto word = near.words.begin; word < near.words.end && tried < kMostNear; ++word, ++tried)
      go_on({word, word + 1}, near.slips);
  }
}

// Which completions in `range`, alike in all words before, have one of `words` at `depth`.
WordRange PhraseSearch::with_word(WordRange range, std::size_t depth, WordRange words) const {
  const auto& all = suggestions_.completions();
  const auto begin = all.begin() + range.begin;
  const auto end = all.begin() + range.end;
  // One more than the word, so that a shorter completion comes before all others.
  const auto word_at = [&](const Completion& completion) -> std::uint32_t {
    const auto of_it = suggestions_.words_of(completion);
    return depth < of_it.size() ? of_it[depth].word + 1 : 0;
  };
  const auto from = std::ranges::lower_bound(begin, end, words.begin + 1, {}, word_at);
  const auto to = std::ranges::lower_bound(from, end, words.end + 1, {}, word_at);
  return {static_cast<std::uint32_t>(from - all.begin()),
          static_cast<std::uint32_t>(to - all.begin())};
}

// A completion that is no more than the words that stand there already.
bool PhraseSearch::is_typed(const Completion& completion, std::size_t first) const {
  const auto words = suggestions_.words_of(completion);
  if (words.size() != wanted_.size() - first) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (wanted_[first + i].whole != words[i].word) return false;
  return true;
}

}  // namespace kb::index
