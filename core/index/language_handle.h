// The databases of one language as one audience searches them: opened, with all that understanding
// a query in this language takes.
//
//   LanguageHandle handle(parts, "ro", vocabulary, stemmers);    // parts: the public's, the
//   agents' const Row& row = handle.row_of(*match);                      // of a document that
//   Xapian found handle.statistics.frequency(term), handle.lexicons
//
// Throws Xapian::Error when a database cannot be opened (xapian_seam.h). Not thread-safe: one per
// searcher; the generation that the databases are of must outlive it.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/index/answer_evidence.h"
#include "core/index/generation.h"
#include "core/index/term_statistics.h"
#include "core/index/vocabulary_match.h"
#include "core/text/analyser.h"

namespace Xapian {
class Database;
class Document;
}  // namespace Xapian

namespace kb::index {

class LanguageHandle {
 public:
  using Number = std::uint32_t;  // of a document, as Xapian counts: from 1

  // `databases`: one or more, in the order of their audiences. `vocabulary`: null where the team
  // has written none.
  LanguageHandle(std::vector<const Database*> databases, const std::string& lang,
                 const Vocabulary* vocabulary, text::Stemmers& stemmers);
  ~LanguageHandle();
  LanguageHandle(const LanguageHandle&) = delete;

  const std::vector<const Database*>& parts() const { return parts_; }
  const Xapian::Database& xapian() const { return *xapian_; }
  bool has_dates() const { return has_dates_; }  // some article expires: look at each match

  // Xapian numbers the documents of combined databases in turn.
  const Database& part_of(Number document) const { return *parts_[(document - 1) % parts_.size()]; }
  std::size_t row_number(Number document) const { return (document - 1) / parts_.size(); }
  const Row& row_of(Number document) const {
    return part_of(document).catalogue.rows()[row_number(document)];
  }
  std::uint32_t article_number(Number document) const {
    return part_of(document).article_numbers[row_number(document)];
  }
  Number document_of(const Database& part, const Row& row) const;

  // Within a match Xapian numbers a document as its own database does, without saying which that
  // is: so the documents of other than everyone's databases carry its name.
  Number number_within_match(const Xapian::Document& document) const;

  // Another part has a version of this article for a later audience.
  bool is_replaced(const Database& part, const std::string& id) const;

  text::Analyser analyser;
  TermStatistics statistics;
  std::unique_ptr<const VocabularyMatcher> vocabulary;  // null: none
  std::vector<const Lexicon*> lexicons;
  CollectionFacts collection;

 private:
  std::vector<const Database*> parts_;
  std::unique_ptr<Xapian::Database> xapian_;
  bool has_dates_ = false;
};

}  // namespace kb::index
