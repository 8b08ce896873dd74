#include "core/index/searcher.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/index/field.h"
#include "core/index/passage.h"
#include "core/index/phrase_match.h"
#include "core/index/query.h"
#include "core/index/query_builder.h"
#include "core/index/xapian_seam.h"

namespace kb::index {
namespace {

// Help articles are short: a repeated word soon counts no more (k1 0.8), length counts a little
// more than by default (b 0.6).
Xapian::BM25Weight ranking() {
  return Xapian::BM25Weight(0.8, 0, 1, 0.6, 0.5);
}

// How many of an article's words stand for what it is about.
constexpr std::size_t kTopicWords = 12;

// The databases of one language as one audience searches them, opened, with their analyser.
struct LanguageHandle {
  LanguageHandle(std::vector<const Database*> databases, const std::string& lang,
                 text::Stemmers& stemmers)
      : parts(std::move(databases)), analyser(lang, stemmers) {
    for (const auto* part : parts) {
      xapian.add_database(Xapian::Database(part->folder.string()));
      for (const auto& row : part->catalogue.rows()) has_dates |= row.expires_at.has_value();
    }
  }
  LanguageHandle(const LanguageHandle&) = delete;

  std::vector<const Database*> parts;  // in the order of their audiences
  Xapian::Database xapian;
  text::Analyser analyser;
  TermStatistics statistics{xapian};
  bool has_dates = false;  // some article expires: each match must be looked at

  // Xapian numbers the documents of combined databases in turn.
  const Database& part_of(Xapian::docid document) const {
    return *parts[(document - 1) % parts.size()];
  }
  std::size_t row_number(Xapian::docid document) const { return (document - 1) / parts.size(); }
  const Row& row_of(Xapian::docid document) const {
    return part_of(document).catalogue.rows()[row_number(document)];
  }
  std::uint32_t article_number(Xapian::docid document) const {
    return part_of(document).article_numbers[row_number(document)];
  }

  // Within a match Xapian numbers a document as its own database does, without saying which that
  // is: so the documents of other than everyone's databases carry its name.
  Xapian::docid number_of(const Xapian::Document& document) const {
    Xapian::docid part = 0;
    if (parts.size() > 1)
      if (const auto name = document.get_value(kAudienceSlot); !name.empty())
        while (part_name(parts[part]->name.audience) != name) ++part;
    return (document.get_docid() - 1) * static_cast<Xapian::docid>(parts.size()) + part + 1;
  }

  // Another part has a version of this article for a later audience.
  bool is_replaced(const Database& part, const std::string& id) const {
    return std::any_of(parts.begin(), parts.end(), [&](const Database* other) {
      return other->name.audience > part.name.audience && other->catalogue.find(id) != nullptr;
    });
  }
};

// Which matches a reader may see: not those that expired, nor what an earlier language showed, nor
// the version of an article for an earlier audience where its own has another; and all its phrases,
// but none that is excluded, must stand in the text.
class MatchFilter final : public Xapian::MatchDecider {
 public:
  MatchFilter(const Generation& generation, const LanguageHandle& handle, Time now,
              const std::vector<bool>& shown, const Query& query)
      : generation_(generation), handle_(handle), now_(now), shown_(shown) {
    for (const auto& phrase : query.phrases)
      if (phrase.size() > 1) required_.emplace_back(phrase);
    for (const auto& phrase : query.excluded)
      if (phrase.size() > 1) excluded_.emplace_back(phrase);
  }

  // Null where every match passes: then Xapian need not ask.
  const MatchFilter* if_needed() const {
    const bool needed = handle_.has_dates || handle_.parts.size() > 1 || !shown_.empty() ||
                        !required_.empty() || !excluded_.empty();
    return needed ? this : nullptr;
  }

  bool operator()(const Xapian::Document& document) const override {
    const auto number = handle_.number_of(document);
    if (!shown_.empty() && shown_[handle_.article_number(number)]) return false;
    const Row& row = handle_.row_of(number);
    if (handle_.has_dates && !row.listed(now_)) return false;
    if (handle_.parts.size() > 1 && handle_.is_replaced(handle_.part_of(number), row.id))
      return false;
    return (required_.empty() && excluded_.empty()) || has_right_phrases(number);
  }

  // A record that could not be read while matching: then the result is none.
  const std::optional<Error>& error() const { return error_; }

 private:
  bool has_right_phrases(Xapian::docid number) const {
    const auto record = generation_.read_record(handle_.part_of(number), handle_.row_of(number),
                                                Generation::Part::head);
    if (!record) {
      error_ = record.error();
      return false;
    }
    const auto is_in = [&](const PhraseMatcher& phrase) { return phrase.is_in(*record); };
    return std::all_of(required_.begin(), required_.end(), is_in) &&
           std::none_of(excluded_.begin(), excluded_.end(), is_in);
  }

  const Generation& generation_;
  const LanguageHandle& handle_;
  Time now_;
  const std::vector<bool>& shown_;
  std::vector<PhraseMatcher> required_;
  std::vector<PhraseMatcher> excluded_;
  mutable std::optional<Error> error_;  // Xapian calls a const filter
};

// What is noted of every match while Xapian looks for the best: its category, its article.
class MatchNotes final : public Xapian::MatchSpy {
 public:
  explicit MatchNotes(const LanguageHandle& handle) : handle_(handle) {}

  void operator()(const Xapian::Document& document, double) override {
    documents_.push_back(handle_.number_of(document));
  }

  void count_categories(std::map<std::string, std::size_t>& counts) const {
    for (const auto document : documents_) ++counts[handle_.row_of(document).category];
  }

  void mark_shown(std::vector<bool>& shown, std::uint32_t articles) const {
    shown.resize(articles);
    for (const auto document : documents_) shown[handle_.article_number(document)] = true;
  }

 private:
  const LanguageHandle& handle_;
  std::vector<Xapian::docid> documents_;
};

std::vector<WantedWord> wanted_words(const Query& query, TermStatistics& statistics) {
  std::vector<WantedWord> wanted;
  const double documents = statistics.documents();
  const auto add = [&](const text::WordForms& word, bool mark) {
    const double frequency = statistics.frequency(main_term(word, query.has_stems));
    wanted.push_back({key_of(word), std::log(1 + (documents + 1) / (frequency + 1)), mark});
  };
  for (const auto& word : query.words) add(word, !statistics.is_common(word, query.has_stems));
  for (const auto& phrase : query.phrases)
    for (const auto& word : phrase) add(word, true);
  const bool none =
      std::none_of(wanted.begin(), wanted.end(), [](const auto& w) { return w.mark; });
  for (auto& word : wanted) word.mark |= none;
  return wanted;
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(std::shared_ptr<const Generation> generation, text::Stemmers& stemmers)
      : generation_(std::move(generation)), stemmers_(stemmers) {}

  const Generation& generation() const { return *generation_; }

  Result<SearchResults> search(const SearchRequest& request) {
    SearchResults results;
    std::vector<bool> shown;  // by article number
    const auto languages = languages_of(request);
    for (std::size_t i = 0; i < languages.size(); ++i) {
      const bool more_follow = i + 1 < languages.size();
      auto searched = search_language(request, languages[i], more_follow, shown, results);
      if (!searched) return fail(searched.error());
      if (results.total_is_lower_bound) break;
    }
    return results;
  }

  Result<std::vector<Row>> related(const RelatedRequest& request) {
    const auto found = generation_->find(request.lang, request.id, request.audience);
    std::vector<Row> rows;
    if (!found || found->row->unlisted) return rows;
    return with_xapian(found->database->folder.string(), [&]() -> Result<std::vector<Row>> {
      LanguageHandle* handle = handle_of(request.lang, request.audience);
      if (handle == nullptr) return rows;
      const auto number = document_of(*handle, *found);
      Xapian::Enquire enquire(handle->xapian);
      enquire.set_query(topic_query(*handle, number));
      enquire.set_weighting_scheme(ranking());
      const std::vector<bool> nothing_shown;
      const MatchFilter filter(*generation_, *handle, request.now, nothing_shown, Query());
      const auto matches = enquire.get_mset(0, static_cast<Xapian::doccount>(request.limit + 1), 0,
                                            nullptr, filter.if_needed());
      for (auto match = matches.begin(); match != matches.end(); ++match)
        if (const Row& row = handle->row_of(*match);
            row.id != request.id && rows.size() < request.limit)
          rows.push_back(row);
      return rows;
    });
  }

 private:
  std::vector<std::string> languages_of(const SearchRequest& request) const {
    std::vector<std::string> languages;
    const auto add = [&](const std::string& lang) {
      if (std::find(languages.begin(), languages.end(), lang) != languages.end()) return;
      if (std::any_of(kAudiences.begin(), kAudiences.end(), [&](Audience part) {
            return generation_->database({lang, part}) != nullptr;
          }))
        languages.push_back(lang);
    };
    add(request.lang);
    for (const auto& lang : request.fallbacks) add(lang);
    return languages;
  }

  // Adds this language's part of the page to `results`, and notes in `shown` what matched.
  Result<void> search_language(const SearchRequest& request, const std::string& lang,
                               bool more_follow, std::vector<bool>& shown, SearchResults& results) {
    const auto folder = generation_->folder() / lang;
    return with_xapian(folder.string(), [&]() -> Result<void> {
      LanguageHandle* handle = handle_of(lang, request.audience);
      if (handle == nullptr) return {};
      const Query query = parse_query(request.text, handle->analyser);
      TermStatistics& statistics = handle->statistics;
      const Xapian::Query built =
          build_query(query, statistics, request.category,
                      lang == request.lang ? CommonWords::may_match : CommonWords::only_add);
      if (request.explain) results.explanation.push_back(lang + ": " + built.get_description());
      if (built.empty()) return {};

      Xapian::Enquire enquire(handle->xapian);
      enquire.set_query(built);
      enquire.set_weighting_scheme(ranking());
      MatchNotes notes(*handle);
      if (request.count_categories || more_follow) enquire.add_matchspy(&notes);
      const MatchFilter filter(*generation_, *handle, request.now, shown, query);

      const auto before = results.total;  // matches in the languages searched so far
      const auto skip = request.offset > before ? request.offset - before : 0;
      const auto matches =
          enquire.get_mset(static_cast<Xapian::doccount>(skip),
                           static_cast<Xapian::doccount>(request.limit - results.hits.size()),
                           kExactTotal + 1, nullptr, filter.if_needed());
      if (filter.error()) return fail(*filter.error());
      const std::size_t total = matches.get_matches_lower_bound();
      results.total = before + total;
      if (results.total > kExactTotal)
        results.total_is_lower_bound = matches.get_matches_upper_bound() > total || more_follow;
      if (request.count_categories) notes.count_categories(results.by_category);
      if (more_follow) notes.mark_shown(shown, generation_->article_count());

      const auto words = wanted_words(query, statistics);
      for (auto match = matches.begin(); match != matches.end(); ++match) {
        auto hit = hit_of(*handle, *match, match.get_weight(), words);
        if (!hit) return fail(hit.error());
        hit->fallback = lang != request.lang;
        results.hits.push_back(std::move(*hit));
      }
      return {};
    });
  }

  Result<Hit> hit_of(const LanguageHandle& handle, Xapian::docid document, double weight,
                     const std::vector<WantedWord>& words) const {
    const Database& database = handle.part_of(document);
    const Row& row = handle.row_of(document);
    const auto record = generation_->read_record(database, row, Generation::Part::head);
    if (!record) return fail(record.error());
    const Passage passage = best_passage(*record, words);
    Hit hit;
    hit.id = row.id;
    hit.lang = database.name.lang;
    hit.title = row.title;
    hit.category = row.category;
    hit.kind = row.kind;
    hit.score = weight;
    hit.snippet_html = passage.snippet_html;
    if (passage.section) {
      const auto& section = record->sections()[*passage.section];
      hit.section = SectionHit{std::string(section.title), std::string(section.anchor)};
    }
    return hit;
  }

  LanguageHandle* handle_of(const std::string& lang, Audience audience) {
    const DatabaseName key{lang, audience};
    if (const auto open = handles_.find(key); open != handles_.end()) return open->second.get();
    std::vector<const Database*> parts;
    for (const auto part : kAudiences)
      if (const auto* database = generation_->database({lang, part});
          database != nullptr && part <= audience)
        parts.push_back(database);
    if (parts.empty()) return nullptr;
    auto handle = std::make_unique<LanguageHandle>(parts, lang, stemmers_);
    return handles_.emplace(key, std::move(handle)).first->second.get();
  }

  static Xapian::docid document_of(const LanguageHandle& handle, const Generation::Found& found) {
    const auto part = static_cast<std::size_t>(
        std::find(handle.parts.begin(), handle.parts.end(), found.database) - handle.parts.begin());
    const auto row = static_cast<std::size_t>(found.row - found.database->catalogue.rows().data());
    return static_cast<Xapian::docid>(row * handle.parts.size() + part + 1);
  }

  // The stems (or words) of a document that are frequent in it and rare elsewhere.
  static Xapian::Query topic_query(const LanguageHandle& handle, Xapian::docid document) {
    struct Topic {
      double weight;
      std::string term;
    };
    std::vector<Topic> topics;
    const double documents = handle.xapian.get_doccount();
    const bool has_stems = handle.analyser.has_stemmer();
    auto item = handle.xapian.termlist_begin(document);
    if (has_stems) item.skip_to(std::string(prefix(Field::stem)));
    for (; item != handle.xapian.termlist_end(document); ++item) {
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

  std::shared_ptr<const Generation> generation_;
  text::Stemmers& stemmers_;
  std::map<DatabaseName, std::unique_ptr<LanguageHandle>> handles_;
};

Searcher::Searcher(std::shared_ptr<const Generation> generation, text::Stemmers& stemmers)
    : impl_(std::make_unique<Impl>(std::move(generation), stemmers)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<SearchResults> Searcher::search(const SearchRequest& request) {
  return impl_->search(request);
}
Result<std::vector<Row>> Searcher::related(const RelatedRequest& request) {
  return impl_->related(request);
}
const Generation& Searcher::generation() const {
  return impl_->generation();
}

}  // namespace kb::index
