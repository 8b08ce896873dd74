#include "core/index/query_builder.h"

#include <xapian.h>

#include "core/index/field.h"

namespace kb::index {
namespace {

using text::WordForms;
using XQuery = Xapian::Query;

// A word in more than this share of the documents tells little about any of them …
constexpr double kCommonShare = 0.3;
// … in collections that are large enough to tell.
constexpr Xapian::doccount kEnoughToTell = 20;

XQuery weighted(Field field, const std::string& text, double weight) {
  return XQuery(XQuery::OP_SCALE_WEIGHT, XQuery(term(field, text)), weight);
}

// All evidence for one word.
XQuery word_query(const WordForms& word, bool has_stems, const Xapian::Database& database) {
  std::vector<XQuery> evidence;
  const auto with_stem = database.get_termfreq(main_term(word, has_stems));
  const auto with_word = database.get_termfreq(term(Field::word, word.surface));
  if (with_stem == with_word && with_word > 0) {
    // Who has the word has its stem: equal counts are the same documents, and one list to read.
    evidence.push_back(weighted(Field::word, word.surface, kStemEvidence + kWordEvidence));
  } else {
    if (with_stem > 0) evidence.push_back(weighted(Field::stem, word.stem, kStemEvidence));
    if (with_word > 0) evidence.push_back(weighted(Field::word, word.surface, kWordEvidence));
  }
  const auto add_folded = [&](Field field, const std::string& text) {
    if (database.term_exists(term(field, text)))
      evidence.push_back(weighted(field, text, kFoldedEvidence));
  };
  // Typed without diacritics, written with them …
  add_folded(Field::folded, word.folded);
  if (word.folded_stem != word.folded) add_folded(Field::folded, word.folded_stem);
  // … and the other way round.
  if (word.folded != word.surface) add_folded(Field::word, word.folded);
  return XQuery(XQuery::OP_OR, evidence.begin(), evidence.end());
}

XQuery phrase_query(const Phrase& phrase) {
  std::vector<XQuery> words;
  for (const auto& word : phrase) words.emplace_back(term(Field::word, word.surface));
  if (words.size() == 1) return words.front();
  return XQuery(XQuery::OP_PHRASE, words.begin(), words.end(),
                static_cast<Xapian::termcount>(words.size()));
}

XQuery excluded_query(const Phrase& phrase, bool has_stems) {
  return phrase.size() > 1 ? phrase_query(phrase) : XQuery(main_term(phrase[0], has_stems));
}

XQuery words_query(const Query& query, const Xapian::Database& database, CommonWords role) {
  std::vector<XQuery> telling;
  std::vector<XQuery> common;
  for (const auto& word : query.words) {
    XQuery evidence = word_query(word, query.has_stems, database);
    if (evidence.empty()) continue;
    (is_common(word, query.has_stems, database) ? common : telling).push_back(std::move(evidence));
  }
  XQuery may(XQuery::OP_OR, common.begin(), common.end());
  XQuery must(XQuery::OP_OR, telling.begin(), telling.end());
  if (must.empty()) return role == CommonWords::may_match ? may : must;
  return may.empty() ? must : XQuery(XQuery::OP_AND_MAYBE, must, may);
}

}  // namespace

bool is_common(const WordForms& word, bool has_stems, const Xapian::Database& database) {
  const auto documents = database.get_doccount();
  return documents >= kEnoughToTell &&
         database.get_termfreq(main_term(word, has_stems)) > kCommonShare * documents;
}

XQuery build_query(const Query& query, const Xapian::Database& database,
                   const std::string& category, CommonWords common) {
  XQuery all = words_query(query, database, common);
  if (!query.phrases.empty()) {
    std::vector<XQuery> phrases;
    for (const auto& phrase : query.phrases) phrases.push_back(phrase_query(phrase));
    const XQuery required(XQuery::OP_AND, phrases.begin(), phrases.end());
    all = all.empty() ? required : XQuery(XQuery::OP_AND_MAYBE, required, all);
  }
  if (all.empty()) return all;
  for (const auto& phrase : query.excluded)
    all = XQuery(XQuery::OP_AND_NOT, all, excluded_query(phrase, query.has_stems));
  if (!category.empty())
    all = XQuery(XQuery::OP_FILTER, all, XQuery(term(Field::category, category)));
  return all;
}

}  // namespace kb::index
