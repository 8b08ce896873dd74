#include "core/index/related.h"

#include <algorithm>
#include <cmath>

#include "core/index/field.h"
#include "core/index/match_filter.h"

namespace kb::index {
namespace {

// How many of an article's words stand for what it is about.
constexpr std::size_t kTopicWords = 12;

// The stems (or words) of a document that are frequent in it and rare elsewhere.
Xapian::Query topic_query(const LanguageHandle& handle, Xapian::docid document) {
  struct Topic {
    double weight;
    std::string term;
  };
  std::vector<Topic> topics;
  const double documents = handle.xapian().get_doccount();
  const bool has_stems = handle.analyser.has_stemmer();
  auto item = handle.xapian().termlist_begin(document);
  if (has_stems) item.skip_to(std::string(prefix(Field::stem)));
  for (; item != handle.xapian().termlist_end(document); ++item) {
    const std::string term = *item;
    const bool has_prefix = term[0] >= 'A' && term[0] <= 'Z';
    if (has_stems && !term.starts_with(prefix(Field::stem))) break;
    if (!has_stems && has_prefix) continue;
    const double frequency = item.get_termfreq();
    if (frequency < 2) continue;  // it leads nowhere else
    const double count = item.get_wdf();
    topics.push_back({count / (count + 2) * std::log(documents / frequency), term});
  }
  const auto kept = std::min(kTopicWords, topics.size());
  std::partial_sort(topics.begin(), topics.begin() + static_cast<std::ptrdiff_t>(kept),
                    topics.end(), [](const Topic& a, const Topic& b) {
                      return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
                    });
  std::vector<Xapian::Query> terms;
  for (std::size_t i = 0; i < kept; ++i) terms.emplace_back(topics[i].term);
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

}  // namespace

Result<std::vector<Row>> related_articles(const Generation& generation,
                                          const LanguageHandle& handle,
                                          const RelatedRequest& request,
                                          const Generation::Found& article) {
  std::vector<Row> rows;
  if (article.row->unlisted) return rows;
  Xapian::Enquire enquire(handle.xapian());
  enquire.set_query(topic_query(handle, handle.document_of(*article.database, *article.row)));
  enquire.set_weighting_scheme(bm25());
  const MatchFilter filter(generation, handle, request.now, nullptr, Query());
  const auto matches = enquire.get_mset(0, static_cast<Xapian::doccount>(request.limit + 1), 0,
                                        nullptr, filter.if_needed());
  for (auto match = matches.begin(); match != matches.end(); ++match)
    if (const Row& row = handle.row_of(*match); row.id != request.id && rows.size() < request.limit)
      rows.push_back(row);
  return rows;
}

}  // namespace kb::index
