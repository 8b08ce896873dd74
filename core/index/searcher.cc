#include "core/index/searcher.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/index/correction.h"
#include "core/index/language_evidence.h"
#include "core/index/language_search.h"
#include "core/index/passage.h"
#include "core/index/query_reading.h"
#include "core/index/xapian_seam.h"
#include "core/text/keyboard.h"
#include "core/text/transliteration.h"

namespace kb::index {
namespace {

// Fewer results than this are few: another spelling may be meant.
constexpr std::size_t kFewResults = 4;

// With so many results for words that it all knows, the reader's language needs no fallback.
constexpr std::size_t kPlenty = 30;

// A text with a smaller share of known words may be in another language …
constexpr double kMostlyKnown = 0.7;
// … that knows so much more of them.
constexpr double kKnowsMore = 0.3;

constexpr std::size_t kMostReadings = 12;

std::vector<WantedWord> wanted_words(const Query& query, const TermStatistics& statistics) {
  std::vector<WantedWord> wanted;
  const double documents = statistics.documents();
  const auto add = [&](const text::WordForms& word, bool mark) {
    const double frequency = statistics.frequency(main_term(word, query.has_stems));
    wanted.push_back({key_of(word), std::log(1 + (documents + 1) / (frequency + 1)), mark});
  };
  for (const auto& word : query.words) add(word, !statistics.is_common(word, query.has_stems));
  for (const auto& phrase : query.phrases)
    for (const auto& word : phrase) add(word, true);
  for (const auto& alternative : query.alternatives)
    for (const auto& word : alternative.words) add(word, true);
  const bool none =
      std::none_of(wanted.begin(), wanted.end(), [](const auto& w) { return w.mark; });
  for (auto& word : wanted) word.mark |= none;
  return wanted;
}

void add_new(std::vector<std::string>& list, const std::string& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(std::shared_ptr<const Generation> generation, text::Stemmers& stemmers)
      : generation_(std::move(generation)), stemmers_(stemmers) {}

  const Generation& generation() const { return *generation_; }

  Result<SearchResults> search(const SearchRequest& request) {
    auto found = attempt(request, request.text, LookAlikes::beside_known_words);
    if (!found || request.verbatim || request.message) return found;
    if (found->total > 0) {
      if (found->total < kFewResults) found->did_you_mean = correction(request, request.text);
      return found;
    }
    for (const auto& reading : other_readings(request)) {
      if (!readers_know_most(request, reading)) continue;
      auto instead = attempt(request, reading, LookAlikes::none);
      if (!instead) return instead;
      if (instead->total == 0) continue;
      instead->corrected = reading;
      return instead;
    }
    return attempt(request, request.text, LookAlikes::alone);
  }

  Result<std::vector<Row>> related(const RelatedRequest& request) {
    const auto article = generation_->find(request.lang, request.id, request.audience);
    if (!article) return std::vector<Row>();
    return with_xapian(article->database->folder.string(), [&]() -> Result<std::vector<Row>> {
      LanguageHandle* handle = handle_of(request.lang, request.audience);
      if (handle == nullptr) return std::vector<Row>();
      return related_articles(*generation_, *handle, request, *article);
    });
  }

  Result<SimilarTickets> similar(const SimilarRequest& request) {
    SimilarTickets all;
    if (request.audience == Audience::everyone)
      return fail("similar tickets are for agents", {}, "log in as an agent");
    for (const auto& lang : ticket_languages_of(request)) {
      const auto folder = generation_->folder() / to_string(tickets_of(lang));
      auto found = with_xapian(folder.string(), [&]() -> Result<SimilarTickets> {
        LanguageHandle* handle = ticket_handle_of(lang);
        return handle == nullptr ? SimilarTickets()
                                 : similar_tickets(*generation_, *handle, request);
      });
      if (!found) return found;
      if (all.topics.empty()) all.topics = std::move(found->topics);
      for (auto& ticket : found->tickets)
        if (all.tickets.size() < request.limit) all.tickets.push_back(std::move(ticket));
    }
    return all;
  }

 private:
  // The reader's language, then the fallbacks; where none is told, all, that of the text first.
  std::vector<std::string> ticket_languages_of(const SimilarRequest& request) {
    std::vector<std::string> languages;
    if (!request.lang.empty()) {
      languages.push_back(request.lang);
      for (const auto& lang : request.fallbacks) add_new(languages, lang);
      return languages;
    }
    std::vector<LanguageWords> known;
    for (const auto& lang : generation_->ticket_languages()) {
      const auto* tickets = generation_->database(tickets_of(lang));
      known.push_back(
          {lang, {&tickets->lexicon}, static_cast<double>(tickets->catalogue.rows().size())});
    }
    for (const auto& evidence : rank_languages(words_in(request.lang, request.text), known))
      languages.push_back(evidence.lang);
    return languages;
  }

  LanguageHandle* ticket_handle_of(const std::string& lang) {
    const auto key = tickets_of(lang);
    if (const auto open = handles_.find(key); open != handles_.end()) return open->second.get();
    const auto* database = generation_->database(key);
    if (database == nullptr) return nullptr;
    auto handle = std::make_unique<LanguageHandle>(std::vector{database}, lang, nullptr, stemmers_);
    return handles_.emplace(key, std::move(handle)).first->second.get();
  }

  // The results for one reading of what was typed.
  Result<SearchResults> attempt(const SearchRequest& request, const std::string& text,
                                LookAlikes look_alikes) {
    SearchResults results;
    std::vector<bool> shown;  // by article number
    auto languages = languages_of(request, text);
    // The text may turn out to be in one that is not among them.
    const bool others =
        request.typed_language && generation_->languages(request.audience).size() > 1;
    for (std::size_t i = 0; i < languages.size(); ++i) {
      const bool own = languages[i] == request.lang;
      const auto known =
          search_language(request, text, languages[i],
                          own || look_alikes == LookAlikes::alone ? look_alikes : LookAlikes::none,
                          i + 1 < languages.size() || (own && others), shown, results);
      if (!known) return fail(known.error());
      if (results.total_is_lower_bound) break;
      if (own && *known == 1 && results.total >= kPlenty && !request.all_languages) break;
      if (own && others && *known < kMostlyKnown)
        if (const auto typed = typed_language(request, text, *known))
          insert_after(languages, i, *typed);
    }
    return results;
  }

  // Next to be searched; not twice.
  static void insert_after(std::vector<std::string>& languages, std::size_t place,
                           const std::string& lang) {
    languages.erase(std::remove(languages.begin(), languages.end(), lang), languages.end());
    languages.insert(languages.begin() + static_cast<std::ptrdiff_t>(place) + 1, lang);
  }

  std::vector<const Database*> parts_of(const std::string& lang, Audience audience) const {
    std::vector<const Database*> parts;
    for (const auto part : kAudiences)
      if (const auto* database = generation_->database({lang, part});
          database != nullptr && part <= audience)
        parts.push_back(database);
    return parts;
  }

  // The reader's language, then those to fall back on; where the reader's is not told, all, that of
  // the text first.
  std::vector<std::string> languages_of(const SearchRequest& request, const std::string& text) {
    std::vector<std::string> languages;
    if (request.lang.empty()) {
      for (const auto& evidence : evidence_of(request, text)) languages.push_back(evidence.lang);
      return languages;
    }
    add_new(languages, request.lang);
    for (const auto& lang : request.fallbacks) add_new(languages, lang);
    return languages;
  }

  // How well each published language knows the words of a text, best first.
  std::vector<LanguageEvidence> evidence_of(const SearchRequest& request, const std::string& text) {
    const auto words = words_in(request.lang, text);
    std::vector<LanguageWords> languages;
    for (const auto& lang : generation_->languages(request.audience)) {
      LanguageWords& language = languages.emplace_back(LanguageWords{lang, {}, 0});
      for (const auto* part : parts_of(lang, request.audience)) {
        language.lexicons.push_back(&part->lexicon);
        language.articles += static_cast<double>(part->catalogue.rows().size());
      }
    }
    return rank_languages(words, languages);
  }

  // Another language than the reader's, which has `known` of the text's words: one whose articles
  // have clearly more of them.
  std::optional<std::string> typed_language(const SearchRequest& request, const std::string& text,
                                            double known) {
    const auto ranked = evidence_of(request, text);
    if (ranked.empty() || ranked.front().lang == request.lang ||
        ranked.front().known < known + kKnowsMore)
      return std::nullopt;
    return ranked.front().lang;
  }

  // Whether a language has most words of a text.
  bool knows_most(const SearchRequest& request, const std::string& lang, const std::string& text) {
    LanguageHandle* handle = handle_of(lang, request.audience);
    if (handle == nullptr) return false;
    const auto words = words_of(text, handle->analyser);
    const auto known = std::count_if(words.begin(), words.end(), [&](const auto& word) {
      return handle->statistics.is_known(word, handle->analyser.has_stemmer());
    });
    return static_cast<double>(known) >= kMostlyKnown * static_cast<double>(words.size());
  }

  // Every word of a text stands so in some article of one of the reader's languages.
  bool is_written(const SearchRequest& request, const std::string& text) {
    const auto languages = readers_languages(request);
    return std::any_of(languages.begin(), languages.end(), [&](const auto& lang) {
      LanguageHandle* handle = handle_of(lang, request.audience);
      if (handle == nullptr) return false;
      const auto words = words_of(text, handle->analyser);
      return std::all_of(words.begin(), words.end(),
                         [&](const auto& word) { return handle->statistics.is_written(word); });
    });
  }

  bool readers_know_most(const SearchRequest& request, const std::string& text) {
    const auto languages = readers_languages(request);
    return std::any_of(languages.begin(), languages.end(),
                       [&](const auto& lang) { return knows_most(request, lang, text); });
  }

  // Words in the letters of a language that need not be published.
  std::vector<text::WordForms> words_in(const std::string& lang, const std::string& text) {
    const std::string& tag = lang.empty() ? kAnyLanguage : lang;
    auto analyser = analysers_.find(tag);
    if (analyser == analysers_.end())
      analyser = analysers_.emplace(tag, text::Analyser(tag, stemmers_)).first;
    return words_of(text, analyser->second);
  }

  // What may have been meant by a text that finds nothing, the most likely first.
  std::vector<std::string> other_readings(const SearchRequest& request) {
    std::vector<std::string> readings;
    if (const auto right = correction(request, request.text)) add_new(readings, *right);
    if (readers_know_most(request, request.text))
      return readings;  // it is a phrase that is nowhere
    for (const auto& lang : readers_languages(request)) {
      for (const auto& reading : text::retyped(request.text, lang)) add_new(readings, reading);
      for (const auto& reading : text::transliterated(request.text, lang))
        add_new(readings, reading);
    }
    for (std::size_t i = 0, plain = readings.size(); i < plain; ++i)
      if (const auto right = correction(request, readings[i])) add_new(readings, *right);
    if (readings.size() > kMostReadings) readings.resize(kMostReadings);
    // A reading is shown: better one of words that are written than of their stems ("парол").
    std::stable_partition(readings.begin(), readings.end(),
                          [&](const std::string& reading) { return is_written(request, reading); });
    return readings;
  }

  static std::vector<std::string> readers_languages(const SearchRequest& request) {
    std::vector<std::string> languages;
    if (!request.lang.empty()) languages.push_back(request.lang);
    for (const auto& lang : request.fallbacks) add_new(languages, lang);
    return languages;
  }

  // By the words of the first of the reader's languages in which something can be put right; a word
  // that any of them knows is right.
  std::optional<std::string> correction(const SearchRequest& request, const std::string& text) {
    std::vector<LanguageHandle*> handles;
    for (const auto& lang : readers_languages(request))
      if (LanguageHandle* handle = handle_of(lang, request.audience)) handles.push_back(handle);
    const auto is_known = [&](const text::WordForms& word) {
      return std::any_of(handles.begin(), handles.end(), [&](const LanguageHandle* handle) {
        return handle->statistics.is_known(word, handle->analyser.has_stemmer());
      });
    };
    for (LanguageHandle* handle : handles)
      if (auto right = corrected(text, handle->analyser, handle->lexicons, is_known)) return right;
    return std::nullopt;
  }

  // Adds this language's part of the page to `results`, and notes in `shown` what matched. Returns
  // the share of the text's words that the language has.
  Result<double> search_language(const SearchRequest& request, const std::string& text,
                                 const std::string& lang, LookAlikes look_alikes, bool more_follow,
                                 std::vector<bool>& shown, SearchResults& results) {
    const auto folder = generation_->folder() / lang;
    return with_xapian(folder.string(), [&]() -> Result<double> {
      LanguageHandle* handle = handle_of(lang, request.audience);
      if (handle == nullptr) return 0;
      const Query query = request.message ? read_message({request.subject, text}, *handle)
                                          : read_query(text, *handle, look_alikes);
      LanguageSearchRequest search{
          .query = query, .category = request.category, .now = request.now};
      if (handle->vocabulary != nullptr)
        search.pinned = handle->vocabulary->pinned(query.all_words(), request.now);
      if (lang != request.lang && !request.lang.empty()) search.common = CommonWords::only_add;
      search.shown = &shown;
      search.exact_total = kExactTotal;
      search.note_categories = request.count_categories;
      search.note_articles = more_follow;
      search.explain = request.explain;

      const auto before = results.total;  // matches in the languages searched so far
      const auto skip = request.offset > before ? request.offset - before : 0;
      const auto found = LanguageSearch(*generation_, *handle, search)
                             .run(skip, request.limit - results.hits.size());
      if (!found) return fail(found.error());
      results.total = before + found->total;
      if (results.total > kExactTotal)
        results.total_is_lower_bound = found->total_is_lower_bound || more_follow;
      for (const auto& [category, count] : found->by_category)
        results.by_category[category] += count;
      if (more_follow) {
        shown.resize(generation_->article_count());
        for (const auto number : found->articles) shown[number] = true;
      }
      if (request.explain) explain(lang, text, query, *found, results);
      const auto words = wanted_words(query, handle->statistics);
      for (const auto& match : found->ranked) {
        auto hit = hit_of(request, *handle, match, words);
        if (!hit) return fail(hit.error());
        if (request.explain) results.explanation.push_back(explained(*handle, match));
        results.hits.push_back(std::move(*hit));
      }
      return query.known;
    });
  }

  static void explain(const std::string& lang, const std::string& text, const Query& query,
                      const LanguageMatches& found, SearchResults& results) {
    results.explanation.push_back(lang + ": \"" + text + "\": " + found.explanation);
    for (const auto& alternative : query.alternatives)
      add_new(results.explanation, lang + ": " + alternative.why);
  }

  static std::string explained(const LanguageHandle& handle, const RankedMatch& match) {
    const Row& row = handle.row_of(match.document);
    if (match.pinned) return row.id + ": pinned";
    char parts[96];
    std::snprintf(parts, sizeof parts, ": %.2f = (%.2f by words + %.2f by the whole) * %.2f",
                  match.score, match.by_words, match.by_whole, match.prior);
    return row.id + parts;
  }

  // Where the reader has a version to read of an article that matched in another language: that
  // one.
  Result<Hit> hit_of(const SearchRequest& request, const LanguageHandle& handle,
                     const RankedMatch& match, const std::vector<WantedWord>& words) const {
    const Database* database = &handle.part_of(match.document);
    const Row* row = &handle.row_of(match.document);
    const std::string& found_in = database->name.lang;
    Hit hit;
    if (found_in != request.lang)
      if (const auto readable = readable_version(request, row->id, found_in)) {
        database = readable->database;
        row = readable->row;
        hit.found_in = found_in;
      }
    const auto record = generation_->read_record(*database, *row, Generation::Part::head);
    if (!record) return fail(record.error());
    const Passage passage = best_passage(*record, words);
    hit.id = row->id;
    hit.lang = database->name.lang;
    hit.title = row->title;
    hit.category = row->category;
    hit.kind = row->kind;
    hit.score = match.score;
    hit.pinned = match.pinned;
    hit.fallback = !request.lang.empty() && hit.lang != request.lang;
    hit.snippet_html = passage.snippet_html;
    if (passage.section) {
      const auto& section = record->sections()[*passage.section];
      hit.section = SectionHit{std::string(section.title), std::string(section.anchor)};
    }
    return hit;
  }

  std::optional<Generation::Found> readable_version(const SearchRequest& request,
                                                    const std::string& id,
                                                    const std::string& found_in) const {
    for (const auto& lang : readers_languages(request)) {
      if (lang == found_in) return std::nullopt;
      const auto version = generation_->find(lang, id, request.audience);
      if (version && version->row->listed(request.now)) return version;
    }
    return std::nullopt;
  }

  LanguageHandle* handle_of(const std::string& lang, Audience audience) {
    const DatabaseName key{lang, audience};
    if (const auto open = handles_.find(key); open != handles_.end()) return open->second.get();
    auto parts = parts_of(lang, audience);
    if (parts.empty()) return nullptr;
    auto handle = std::make_unique<LanguageHandle>(std::move(parts), lang,
                                                   generation_->vocabulary(lang), stemmers_);
    return handles_.emplace(key, std::move(handle)).first->second.get();
  }

  static inline const std::string kAnyLanguage = "und";

  std::shared_ptr<const Generation> generation_;
  text::Stemmers& stemmers_;
  std::map<DatabaseName, std::unique_ptr<LanguageHandle>> handles_;
  std::map<std::string, text::Analyser> analysers_;
};

Searcher::Searcher(std::shared_ptr<const Generation> generation, text::Stemmers& stemmers)
    : impl_(std::make_unique<Impl>(std::move(generation), stemmers)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<SearchResults> Searcher::search(const SearchRequest& request) {
  return impl_->search(request);
}
Result<SimilarTickets> Searcher::similar(const SimilarRequest& request) {
  return impl_->similar(request);
}
Result<std::vector<Row>> Searcher::related(const RelatedRequest& request) {
  return impl_->related(request);
}
const Generation& Searcher::generation() const {
  return impl_->generation();
}

}  // namespace kb::index
