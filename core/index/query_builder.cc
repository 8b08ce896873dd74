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
constexpr unsigned kEnoughToTell = 20;

// Terms whose frequency is kept: some 2 MB.
constexpr std::size_t kMostRemembered = 20'000;

XQuery weighted(Field field, const std::string& text, double weight) {
  return XQuery(XQuery::OP_SCALE_WEIGHT, XQuery(term(field, text)), weight);
}

// Typed without diacritics and written with them, or the other way round.
void add_folded_forms(std::vector<XQuery>& evidence, const WordForms& word,
                      TermStatistics& statistics) {
  const auto add = [&](Field field, const std::string& text) {
    if (statistics.frequency(term(field, text)) > 0)
      evidence.push_back(weighted(field, text, kFoldedEvidence));
  };
  add(Field::folded, word.folded);
  if (word.folded_stem != word.folded) add(Field::folded, word.folded_stem);
  if (word.folded != word.surface) add(Field::word, word.folded);
}

// All evidence for one word.
XQuery word_query(const WordForms& word, bool has_stems, TermStatistics& statistics) {
  std::vector<XQuery> evidence;
  const auto with_stem = statistics.frequency(main_term(word, has_stems));
  const auto with_word = statistics.frequency(term(Field::word, word.surface));
  if (with_stem == with_word && with_word > 0) {
    // Who has the word has its stem: equal counts are the same documents, and one list to read.
    evidence.push_back(weighted(Field::word, word.surface, kStemEvidence + kWordEvidence));
  } else {
    if (with_stem > 0) evidence.push_back(weighted(Field::stem, word.stem, kStemEvidence));
    if (with_word > 0) evidence.push_back(weighted(Field::word, word.surface, kWordEvidence));
  }
  add_folded_forms(evidence, word, statistics);
  return XQuery(XQuery::OP_OR, evidence.begin(), evidence.end());
}

// The word itself, whatever its diacritics, but in no other inflection.
XQuery exact_word_query(const WordForms& word, TermStatistics& statistics) {
  std::vector<XQuery> forms{weighted(Field::word, word.surface, kStemEvidence + kWordEvidence)};
  if (statistics.frequency(term(Field::folded, word.folded)) > 0)
    forms.push_back(weighted(Field::folded, word.folded, kFoldedEvidence));
  if (word.folded != word.surface)
    forms.push_back(weighted(Field::word, word.folded, kFoldedEvidence));
  return XQuery(XQuery::OP_OR, forms.begin(), forms.end());
}

XQuery words_query(const Query& query, TermStatistics& statistics, CommonWords role) {
  std::vector<XQuery> telling;
  std::vector<XQuery> common;
  for (const auto& word : query.words) {
    XQuery evidence = word_query(word, query.has_stems, statistics);
    if (evidence.empty()) continue;
    (statistics.is_common(word, query.has_stems) ? common : telling).push_back(std::move(evidence));
  }
  XQuery may(XQuery::OP_OR, common.begin(), common.end());
  XQuery must(XQuery::OP_OR, telling.begin(), telling.end());
  if (must.empty()) return role == CommonWords::may_match ? may : must;
  return may.empty() ? must : XQuery(XQuery::OP_AND_MAYBE, must, may);
}

}  // namespace

unsigned TermStatistics::documents() const {
  return database_.get_doccount();
}

unsigned TermStatistics::frequency(const std::string& term) {
  const auto known = frequencies_.find(term);
  if (known != frequencies_.end()) return known->second;
  if (frequencies_.size() == kMostRemembered) frequencies_.clear();
  return frequencies_.emplace(term, database_.get_termfreq(term)).first->second;
}

bool TermStatistics::is_common(const WordForms& word, bool has_stems) {
  return documents() >= kEnoughToTell &&
         frequency(main_term(word, has_stems)) > kCommonShare * documents();
}

XQuery build_query(const Query& query, TermStatistics& statistics, const std::string& category,
                   CommonWords common) {
  XQuery all = words_query(query, statistics, common);
  if (!query.phrases.empty()) {
    std::vector<XQuery> required;
    for (const auto& phrase : query.phrases)
      for (const auto& word : phrase) required.push_back(exact_word_query(word, statistics));
    const XQuery together(XQuery::OP_AND, required.begin(), required.end());
    all = all.empty() ? together : XQuery(XQuery::OP_AND_MAYBE, together, all);
  }
  if (all.empty()) return all;
  for (const auto& phrase : query.excluded)
    if (phrase.size() == 1)
      all = XQuery(XQuery::OP_AND_NOT, all, word_query(phrase[0], query.has_stems, statistics));
  if (!category.empty())
    all = XQuery(XQuery::OP_FILTER, all, XQuery(term(Field::category, category)));
  return all;
}

}  // namespace kb::index
