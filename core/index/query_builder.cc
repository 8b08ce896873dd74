#include "core/index/query_builder.h"

#include <xapian.h>

#include "core/index/field.h"

namespace kb::index {
namespace {

using text::WordForms;
using XQuery = Xapian::Query;

// With so few words, many articles have them all: then exact forms decide who is a candidate.
constexpr std::size_t kFewWords = 2;

XQuery weighted(Field field, const std::string& text, double weight) {
  return XQuery(XQuery::OP_SCALE_WEIGHT, XQuery(term(field, text)), weight);
}

// Typed without diacritics and written with them, or the other way round.
void add_folded_forms(std::vector<XQuery>& evidence, const WordForms& word,
                      const TermStatistics& statistics) {
  const auto add = [&](Field field, const std::string& text) {
    if (statistics.frequency(term(field, text)) > 0)
      evidence.push_back(weighted(field, text, kFoldedEvidence));
  };
  add(Field::folded, word.folded);
  if (word.folded_stem != word.folded) add(Field::folded, word.folded_stem);
  if (word.folded != word.surface) add(Field::word, word.folded);
  if (word.folded_stem != word.stem) add(Field::stem, word.folded_stem);
}

// All evidence for one word.
XQuery word_query(const WordForms& word, bool has_stems, const TermStatistics& statistics,
                  bool exact = true) {
  std::vector<XQuery> evidence;
  const auto with_stem = statistics.frequency(main_term(word, has_stems));
  const auto with_word = statistics.frequency(term(Field::word, word.surface));
  if (with_stem == with_word && with_word > 0) {
    // Who has the word has its stem: equal counts are the same documents, and one list to read.
    evidence.push_back(weighted(Field::word, word.surface, kStemEvidence + kWordEvidence));
  } else {
    if (with_stem > 0) evidence.push_back(weighted(Field::stem, word.stem, kStemEvidence));
    if (with_word > 0 && (exact || with_stem == 0))
      evidence.push_back(weighted(Field::word, word.surface, kWordEvidence));
  }
  add_folded_forms(evidence, word, statistics);
  return XQuery(XQuery::OP_OR, evidence.begin(), evidence.end());
}

// The word itself, whatever its diacritics, but in no other inflection.
XQuery exact_word_query(const WordForms& word, const TermStatistics& statistics) {
  std::vector<XQuery> forms{weighted(Field::word, word.surface, kStemEvidence + kWordEvidence)};
  if (statistics.frequency(term(Field::folded, word.folded)) > 0)
    forms.push_back(weighted(Field::folded, word.folded, kFoldedEvidence));
  if (word.folded != word.surface)
    forms.push_back(weighted(Field::word, word.folded, kFoldedEvidence));
  return XQuery(XQuery::OP_OR, forms.begin(), forms.end());
}

// All of its words, whatever their inflection.
XQuery alternative_query(const Alternative& alternative, bool has_stems,
                         const TermStatistics& statistics) {
  std::vector<XQuery> words;
  for (const auto& word : alternative.words) {
    words.push_back(word_query(word, has_stems, statistics));
    if (words.back().empty()) return {};
  }
  return XQuery(XQuery::OP_SCALE_WEIGHT, XQuery(XQuery::OP_AND, words.begin(), words.end()),
                alternative.weight);
}

XQuery words_query(const Query& query, const TermStatistics& statistics, CommonWords role) {
  std::vector<XQuery> telling;
  std::vector<XQuery> common;
  bool unknown = false;
  for (const auto& word : query.words) {
    XQuery evidence =
        word_query(word, query.has_stems, statistics, !counts_exact_words_later(query));
    if (evidence.empty()) {
      unknown = true;
      continue;
    }
    const bool tells = role == CommonWords::match ||
                       (!statistics.is_common(word, query.has_stems) && !query.is_stop_word(word));
    (tells ? telling : common).push_back(std::move(evidence));
  }
  for (const auto& alternative : query.alternatives)
    if (XQuery evidence = alternative_query(alternative, query.has_stems, statistics);
        !evidence.empty())
      telling.push_back(std::move(evidence));
  // What was asked for is unknown: its "how" and "the" alone would find everything.
  if (telling.empty() && unknown) return {};
  XQuery may(XQuery::OP_OR, common.begin(), common.end());
  XQuery must(XQuery::OP_OR, telling.begin(), telling.end());
  if (must.empty()) return role == CommonWords::may_match ? may : must;
  return may.empty() ? must : XQuery(XQuery::OP_AND_MAYBE, must, may);
}

}  // namespace

bool counts_exact_words_later(const Query& query) {
  return query.has_stems && query.words.size() > kFewWords;
}

XQuery build_query(const Query& query, const TermStatistics& statistics,
                   const std::string& category, CommonWords common) {
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
