// The index's terms and weights, in one table: what an article's words become in Xapian.
//
//   term(Field::stem, "refund") -> "Zrefund"        term(Field::category, "billing") ->
//   "XC:billing"
//
// Prefixes follow Omega's conventions (Q id, Z stem, X… own). Terms are at most 245 bytes: longer
// ones end in a hash. Changing anything here changes kSchemaVersion, and so rebuilds every index.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace kb::index {

inline constexpr int kSchemaVersion = 8;
inline constexpr std::size_t kLongestTerm = 245;  // bytes; Xapian's own limit for glass

enum class Field {
  id,        // the article's id: one document
  word,      // a word as it stands
  stem,      // the stem of a word
  folded,    // a word or stem without diacritics, where it had some
  category,  // the category's key, for filtering
};

struct FieldSpec {
  Field field;
  std::string_view prefix;
};

inline constexpr std::array kFields = {
    FieldSpec{Field::id, "Q"},      FieldSpec{Field::word, ""},       FieldSpec{Field::stem, "Z"},
    FieldSpec{Field::folded, "XF"}, FieldSpec{Field::category, "XC"},
};

inline constexpr unsigned kAudienceSlot = 0;  // value slot: part_name(), but none for everyone

// How many times a word counts by where it stands (within-document frequency).
inline constexpr unsigned kTitleWeight = 5;
inline constexpr unsigned kKeywordWeight = 4;
inline constexpr unsigned kTagWeight = 3;
inline constexpr unsigned kHeadingWeight = 3;
inline constexpr unsigned kSummaryWeight = 2;
inline constexpr unsigned kBodyWeight = 1;
inline constexpr unsigned kQuestionWeight = 3;  // of a ticket; its answer has kBodyWeight

// What each kind of evidence counts in a query, relative to the others.
inline constexpr double kStemEvidence = 0.7;
inline constexpr double kWordEvidence = 0.7;
inline constexpr double kFoldedEvidence = 0.3;
inline constexpr double kLetterEvidence = 0.6;    // letter grams, by BM25
inline constexpr double kPairEvidence = 0.8;      // two of its words in its order, side by side
inline constexpr double kTogetherEvidence = 0.3;  // its letter grams within some two dozen words

inline constexpr double kTitleEvidence = 0.6;    // its words in the article's title
inline constexpr double kHeadingEvidence = 0.3;  // in that one of its headings that has most

// And when questions of tickets are compared with a message (question_evidence.h), whose words
// have 1.
inline constexpr double kQuestionLetterEvidence = 1;
inline constexpr double kQuestionPairEvidence = 0.5;

// BM25: help articles are short, so a repeated word soon counts no more (k1) and length counts a
// little more than by default (b).
inline constexpr double kSaturation = 0.8;
inline constexpr double kLengthShare = 0.6;

constexpr std::string_view prefix(Field field) {
  return kFields[static_cast<std::size_t>(field)].prefix;
}

// Words start with a lower-case letter or digit, prefixes with a capital, so they cannot meet;
// categories and ids may start with anything, so theirs are followed by a colon.
std::string term(Field field, std::string_view text);

// A word as it stands: its prefix is none.
inline bool is_word(std::string_view term) {
  return !term.empty() && (term[0] < 'A' || term[0] > 'Z');
}

static_assert(
    [] {
      for (std::size_t i = 0; i < kFields.size(); ++i)
        if (static_cast<std::size_t>(kFields[i].field) != i) return false;
      return true;
    }(),
    "kFields is in the order of Field");

}  // namespace kb::index
