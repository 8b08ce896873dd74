#include "core/index/language_search.h"

#include <algorithm>

#include "core/index/field.h"
#include "core/index/match_filter.h"

namespace kb::index {
namespace {

// So few that words in many articles had better match, too.
constexpr std::size_t kFewMatches = 4;

// Of the first ten, nearly all are among the first thirty of BM25 alone: docs/evaluation.md.
constexpr std::size_t kRankedAnew = 30;

// What is noted of every match while Xapian looks for the best: its category, its article.
class MatchNotes final : public Xapian::MatchSpy {
 public:
  explicit MatchNotes(const LanguageHandle& handle) : handle_(handle) {}

  void operator()(const Xapian::Document& document, double) override {
    documents_.push_back(handle_.number_within_match(document));
  }

  const std::vector<LanguageHandle::Number>& documents() const { return documents_; }

 private:
  const LanguageHandle& handle_;
  std::vector<LanguageHandle::Number> documents_;
};

// Without those that are shown first in any case.
Xapian::Query without(const Xapian::Query& query, const std::vector<std::string>& ids) {
  if (query.empty() || ids.empty()) return query;
  std::vector<Xapian::Query> terms;
  for (const auto& id : ids) terms.emplace_back(term(Field::id, id));
  return {Xapian::Query::OP_AND_NOT, query,
          Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end())};
}

// How many of the first candidates, the best first: not those so far behind the tenth by their
// words that nothing else could make up for it.
std::size_t worth_ranking(const std::vector<RankedMatch>& candidates) {
  constexpr std::size_t kSurely = 10;
  constexpr double kFarBehind = 0.5;
  std::size_t count = std::min(kSurely, candidates.size());
  const double least = kFarBehind * candidates[count - 1].by_words;
  while (count < std::min(kRankedAnew, candidates.size()) && candidates[count].by_words >= least)
    ++count;
  return count;
}

}  // namespace

LanguageSearch::LanguageSearch(const Generation& generation, const LanguageHandle& handle,
                               const LanguageSearchRequest& request)
    : generation_(generation), handle_(handle), request_(request) {}

// Pins stand first, in their order, as far as this reader may see them.
std::vector<RankedMatch> LanguageSearch::pinned_matches() const {
  std::vector<RankedMatch> matches;
  for (const auto& id : request_.pinned)
    for (auto part = handle_.parts().rbegin(); part != handle_.parts().rend(); ++part) {
      const Row* row = (*part)->catalogue.find(id);
      if (row == nullptr) continue;
      const auto document = handle_.document_of(**part, *row);
      const bool seen = request_.shown != nullptr && !request_.shown->empty() &&
                        (*request_.shown)[handle_.article_number(document)];
      const bool fits = request_.category.empty() || row->category == request_.category;
      if (row->listed(request_.now) && fits && !seen)
        matches.push_back({.document = document, .pinned = true});
      break;
    }
  return matches;
}

Result<LanguageMatches> LanguageSearch::run(std::size_t skip, std::size_t count) const {
  auto found = run(skip, count, request_.common);
  if (!found || found->total >= kFewMatches || request_.common != CommonWords::may_match)
    return found;
  const auto words = request_.query.all_words();
  const bool has_common = std::any_of(words.begin(), words.end(), [&](const auto& word) {
    return handle_.statistics.is_common(word, request_.query.has_stems);
  });
  return has_common && found->total > 0 ? run(skip, count, CommonWords::match) : found;
}

Result<LanguageMatches> LanguageSearch::run(std::size_t skip, std::size_t count,
                                            CommonWords common) const {
  LanguageMatches found;
  const auto pinned = pinned_matches();
  std::vector<std::string> pinned_ids;
  for (const auto& match : pinned) pinned_ids.push_back(handle_.row_of(match.document).id);
  const Xapian::Query built = without(
      build_query(request_.query, handle_.statistics, request_.category, common), pinned_ids);
  if (request_.explain) found.explanation = built.get_description();
  for (const auto& match : pinned) {
    const Row& row = handle_.row_of(match.document);
    if (request_.note_categories) ++found.by_category[row.category];
    if (request_.note_articles) found.articles.push_back(handle_.article_number(match.document));
  }
  found.total = pinned.size();
  std::vector<RankedMatch> candidates;
  // Pages beyond those ranked anew go on as Xapian has them.
  const auto first = skip > pinned.size() ? skip - pinned.size() : 0;
  const auto end = skip + count > pinned.size() ? skip + count - pinned.size() : 0;
  const auto begin = first < kRankedAnew ? 0 : first;
  if (!built.empty()) {
    Xapian::Enquire enquire(handle_.xapian());
    enquire.set_query(built);
    enquire.set_weighting_scheme(bm25());
    MatchNotes notes(handle_);
    if (request_.note_categories || request_.note_articles) enquire.add_matchspy(&notes);
    const MatchFilter filter(generation_, handle_, request_.now, request_.shown, request_.query);
    const auto wanted = std::max(begin == 0 ? kRankedAnew : 0, end) - begin;
    const auto matches = enquire.get_mset(static_cast<Xapian::doccount>(begin),
                                          static_cast<Xapian::doccount>(count == 0 ? 0 : wanted),
                                          static_cast<Xapian::doccount>(request_.exact_total + 1),
                                          nullptr, filter.if_needed());
    if (filter.error()) return fail(*filter.error());
    const std::size_t total = matches.get_matches_lower_bound();
    found.total += total;
    found.total_is_lower_bound =
        found.total > request_.exact_total && matches.get_matches_upper_bound() > total;
    for (const auto document : notes.documents()) {
      if (request_.note_categories) ++found.by_category[handle_.row_of(document).category];
      if (request_.note_articles) found.articles.push_back(handle_.article_number(document));
    }
    for (auto match = matches.begin(); match != matches.end(); ++match)
      candidates.push_back(
          {.document = *match, .score = match.get_weight(), .by_words = match.get_weight()});
  }
  if (begin == 0) rank_anew(candidates);
  for (std::size_t place = skip; place < skip + count; ++place) {
    if (place < pinned.size()) {
      found.ranked.push_back(pinned[place]);
      continue;
    }
    const auto at = place - pinned.size() - begin;
    if (at >= candidates.size()) break;
    found.ranked.push_back(candidates[at]);
  }
  return found;
}

std::vector<EvidenceWord> LanguageSearch::evidence_words() const {
  const Query& query = request_.query;
  const auto weight_of = [&](const std::string& term) {
    const auto with = handle_.statistics.frequency(term);
    return with > 0 ? inverse_frequency(handle_.collection.articles, with) : 0;
  };
  const bool exact = counts_exact_words_later(query);
  std::vector<EvidenceWord> words;
  for (auto& forms : query.all_words()) {
    const double weight = weight_of(main_term(forms, query.has_stems));
    const double exact_weight = exact ? weight_of(term(Field::word, forms.surface)) : 0;
    words.push_back({std::move(forms), weight, exact_weight});
  }
  return words;
}

void LanguageSearch::rank_anew(std::vector<RankedMatch>& candidates) const {
  if (candidates.size() < 2) return;
  const auto words = evidence_words();
  AnswerEvidence evidence(words, handle_.lexicons, handle_.collection);
  const auto anew = worth_ranking(candidates);
  for (std::size_t i = 0; i < anew; ++i) {
    const auto document = candidates[i].document;
    const Row& row = handle_.row_of(document);
    evidence.look_at(Generation::record_head(handle_.part_of(document), row), row.word_count);
  }
  const auto more = evidence.scores();
  for (std::size_t i = 0; i < anew; ++i) {
    const Row& row = handle_.row_of(candidates[i].document);
    candidates[i].by_whole = more[i];
    candidates[i].prior = row.prior;
    candidates[i].score = (candidates[i].by_words + more[i]) * row.prior;
  }
  // What was updated last comes first among equals.
  std::stable_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(anew),
                   [&](const auto& a, const auto& b) {
                     if (a.score != b.score) return a.score > b.score;
                     return handle_.row_of(a.document).updated > handle_.row_of(b.document).updated;
                   });
}

}  // namespace kb::index
