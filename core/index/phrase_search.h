// Finds what has been typed in the phrases of one database: whose articles they are, and how the
// query may go on.
//
//   const PhraseSearch search(suggestions, typed, Slips::none);
//   for (const PhraseMatch& match : search.articles()) …   // the best phrase of each article
//   for (const QueryMatch& match : search.queries(10)) …
//
// Every typed word must be, or begin, a word of the phrase; those of a heading may stand in its
// article's title. Lives for one request, views what it is given. Thread-safe, never fails.

#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "core/index/suggestions.h"
#include "core/index/typed_text.h"
#include "core/index/wanted_words.h"

namespace kb::index {

// How well a phrase suits what is typed, best first: comparable between databases.
struct PhraseRank {
  enum class Order : std::uint8_t { title_begins, in_order, any, with_title };

  std::uint16_t slips = 0;  // in tenths
  Order order = Order::with_title;
  Place place = Place::label;
  bool begins_elsewhere = true;  // not with what is typed
  std::uint16_t size = 0;        // of the phrase, in bytes

  auto operator<=>(const PhraseRank&) const = default;
};

struct PhraseMatch {
  std::uint32_t phrase = 0;
  PhraseRank rank;
};

struct QueryMatch {
  std::uint32_t completion = 0;
  std::uint32_t head = 0;  // bytes of the typed text that stay before it
  std::uint16_t slips = 0;
};

class PhraseSearch {
 public:
  PhraseSearch(const Suggestions& suggestions, const TypedText& typed, Slips slips);

  std::vector<PhraseMatch> articles() const;  // by no particular order

  // As articles(), but words that are written together here and apart there, or the other way
  // round, are the same: what segmenting Thai or Japanese calls a word changes as one types.
  std::vector<PhraseMatch> articles_run_together() const;

  // The most frequent first, at most `most`; never what is typed itself.
  std::vector<QueryMatch> queries(std::size_t most) const;

 private:
  class BestByArticle;
  std::size_t rarest_word() const;
  template <class Action>
  void for_each_phrase_with(const SoughtWord& wanted, Action&& action) const;
  void rank(std::uint32_t number, BestByArticle& best) const;
  bool rank_in_place(const SuggestedPhrase& phrase, PhraseRank& rank) const;
  bool rank_with_title(const SuggestedPhrase& phrase, PhraseRank& rank) const;
  void complete(std::size_t first, std::size_t depth, WordRange range, std::uint16_t slips,
                std::vector<QueryMatch>& found) const;
  WordRange with_word(WordRange range, std::size_t depth, WordRange words) const;
  bool is_typed(const Completion& completion, std::size_t first) const;

  const Suggestions& suggestions_;
  const TypedText& typed_;
  std::vector<SoughtWord> wanted_;
};

}  // namespace kb::index
