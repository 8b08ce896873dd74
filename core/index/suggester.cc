#include "core/index/suggester.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/index/phrase_search.h"
#include "core/text/normal_form.h"

namespace kb::index {
namespace {

// With fewer exact matches than this, those with slips are shown, too.
constexpr std::size_t kFew = 3;

// How many more queries are looked at than shown: some are of articles that have gone.
constexpr std::size_t kSpare = 10;

struct FoundArticle {
  const Database* part;
  PhraseMatch match;

  const SuggestedPhrase& phrase() const { return part->suggestions.phrases()[match.phrase]; }
  const Row& row() const { return part->catalogue.rows()[phrase().row]; }
};

struct FoundQuery {
  std::uint32_t count = 0;
  std::string text;
};

// Names keep their writing; a word that is large only because a title begins with it does not.
std::string as_typed(std::string_view text, bool begins_phrase) {
  if (!begins_phrase || text.empty()) return std::string(text);
  std::size_t first = 1;
  while (first < text.size() && (static_cast<unsigned char>(text[first]) & 0xC0) == 0x80) ++first;
  const auto word_end = std::min(text.find(' '), text.size());
  const auto rest = text.substr(first, std::max(first, word_end) - first);
  if (text::caseless(rest) != rest) return std::string(text);
  return text::caseless(text.substr(0, first)).append(text.substr(first));
}

// The databases of one language that an audience may know of, and what was typed.
class LanguageSuggestions {
 public:
  LanguageSuggestions(const Generation& generation, const std::string& lang,
                      const SuggestRequest& request, const TypedText& typed)
      : request_(request), typed_(typed) {
    for (const auto audience : kAudiences)
      if (const auto* part = generation.database({lang, audience});
          part != nullptr && audience <= request.audience)
        parts_.push_back(part);
  }

  std::vector<SuggestedArticle> articles(std::size_t most) const {
    std::vector<SuggestedArticle> shown;
    std::set<std::string_view> ids;
    const auto add = [&](std::vector<FoundArticle> found) {
      for (const auto& each : best_of(std::move(found), most + ids.size()))
        if (shown.size() < most && ids.insert(each.row().id).second)
          shown.push_back(suggested(each));
    };
    add(found(
        [&](const Suggestions& in) { return PhraseSearch(in, typed_, Slips::none).articles(); }));
    if (shown.size() >= std::min(kFew, most)) return shown;
    add(found([&](const Suggestions& in) {
      return PhraseSearch(in, typed_, Slips::none).articles_run_together();
    }));
    if (shown.size() >= std::min(kFew, most)) return shown;
    add(found([&](const Suggestions& in) {
      return PhraseSearch(in, typed_, Slips::allowed).articles();
    }));
    return shown;
  }

  std::vector<std::string> queries(std::size_t most) const {
    std::vector<std::string> shown;
    std::set<std::string> known{suggestion_word(typed_.text)};
    for (const auto slips : {Slips::none, Slips::allowed}) {
      if (!shown.empty()) break;
      for (auto& query : found_queries(most, slips))
        if (shown.size() < most && known.insert(suggestion_word(query.text)).second)
          shown.push_back(std::move(query.text));
    }
    return shown;
  }

 private:
  template <class Search>
  std::vector<FoundArticle> found(Search&& search) const {
    std::vector<FoundArticle> all;
    for (const auto* part : parts_)
      for (const auto& match : search(part->suggestions)) {
        const FoundArticle each{part, match};
        if (is_shown(*part, each.row())) all.push_back(each);
      }
    return all;
  }

  // Not expired; and where a later audience has a version of its own, not the earlier one.
  bool is_shown(const Database& part, const Row& row) const {
    return row.listed(request_.now) && std::ranges::none_of(parts_, [&](const Database* other) {
             return other->name.audience > part.name.audience &&
                    other->catalogue.find(row.id) != nullptr;
           });
  }

  static std::vector<FoundArticle> best_of(std::vector<FoundArticle> found, std::size_t most) {
    const auto kept = static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), found.begin() + kept, found.end(),
                      [](const FoundArticle& a, const FoundArticle& b) {
                        if (a.match.rank != b.match.rank) return a.match.rank < b.match.rank;
                        return a.row().id < b.row().id;
                      });
    found.erase(found.begin() + kept, found.end());
    return found;
  }

  static SuggestedArticle suggested(const FoundArticle& found) {
    const auto& row = found.row();
    SuggestedArticle article{row.id, found.part->name.lang, row.title, row.category, row.kind};
    const auto& suggestions = found.part->suggestions;
    if (found.phrase().place == Place::heading)
      article.section = SectionHit{std::string(suggestions.text(found.phrase())),
                                   std::string(suggestions.anchor(found.phrase()))};
    return article;
  }

  // The most frequent first; those that read alike count together.
  std::vector<FoundQuery> found_queries(std::size_t most, Slips slips) const {
    std::vector<std::pair<QueryMatch, FoundQuery>> all;
    std::map<std::string, std::size_t> places;
    for (const auto* part : parts_) {
      const auto& suggestions = part->suggestions;
      for (const auto& match : PhraseSearch(suggestions, typed_, slips).queries(most + kSpare)) {
        const auto& completion = suggestions.completions()[match.completion];
        const auto& row = part->catalogue.rows()[suggestions.phrases()[completion.phrase].row];
        if (!row.listed(request_.now)) continue;
        auto text = typed_.text.substr(0, match.head) +
                    as_typed(suggestions.text(completion), completion.first == 0);
        const auto [place, is_new] = places.emplace(suggestion_word(text), all.size());
        if (is_new)
          all.push_back({match, {completion.count, std::move(text)}});
        else
          all[place->second].second.count += completion.count;
      }
    }
    std::ranges::stable_sort(
        all, {}, [](const auto& each) { return std::tuple(each.first.slips, ~each.second.count); });
    std::vector<FoundQuery> queries;
    for (auto& each : all) queries.push_back(std::move(each.second));
    return queries;
  }

  const SuggestRequest& request_;
  const TypedText& typed_;
  std::vector<const Database*> parts_;  // in the order of their audiences
};

}  // namespace

TypedText Suggester::read(const std::string& text, const std::string& lang) {
  std::unique_ptr<text::Analyser> analyser;
  {
    const std::lock_guard lock(mutex_);
    if (auto& idle = idle_[lang]; !idle.empty()) {
      analyser = std::move(idle.back());
      idle.pop_back();
    }
  }
  if (!analyser) analyser = std::make_unique<text::Analyser>(lang, stemmers_);
  analyser->trim();
  auto typed = read_typed(text, *analyser);
  const std::lock_guard lock(mutex_);
  idle_[lang].push_back(std::move(analyser));
  return typed;
}

Suggested Suggester::suggest(const Generation& generation, const SuggestRequest& request) {
  Suggested suggested;
  const auto in_language = [&](const std::string& lang, auto&& action) {
    if (!generation.has_language(lang, request.audience)) return;
    const auto typed = read(request.text, lang);
    if (!typed.words.empty()) action(LanguageSuggestions(generation, lang, request, typed));
  };
  in_language(request.lang, [&](const LanguageSuggestions& own) {
    suggested.articles = own.articles(request.articles);
    suggested.queries = own.queries(request.queries);
  });
  if (!suggested.articles.empty()) return suggested;
  std::set<std::string> ids;
  for (const auto& lang : request.fallbacks)
    in_language(lang, [&](const LanguageSuggestions& other) {
      for (auto& article : other.articles(request.articles))
        if (suggested.articles.size() < request.articles && ids.insert(article.id).second)
          suggested.articles.push_back(std::move(article));
    });
  return suggested;
}

}  // namespace kb::index
