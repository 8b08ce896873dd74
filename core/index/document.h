// An article made ready for one database: its row, its record, and its terms as a Xapian document.
// Making it is the expensive part and needs no database, so it is done on all cores.
//
//   PreparedArticle ready = prepare(article, analyser);
//   writer.put(std::move(ready));                     // database_writer.h
//
// prepare() is thread-safe as far as each thread has its own analyser; it cannot fail.

#pragma once

#include <memory>

#include "core/article/article.h"
#include "core/index/catalogue.h"
#include "core/index/record.h"

namespace Xapian {
class Document;
}

namespace kb::index {

struct PreparedArticle {
  Row row;  // without the record's offset, which the writer knows
  std::string record;
  std::unique_ptr<Xapian::Document> terms;  // null: not to be found by searching (unlisted)

  PreparedArticle();
  PreparedArticle(PreparedArticle&&) noexcept;
  PreparedArticle& operator=(PreparedArticle&&) noexcept;
  ~PreparedArticle();
};

PreparedArticle prepare(const Article& article, text::Analyser& analyser);

}  // namespace kb::index
