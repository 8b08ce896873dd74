#include "server/gaps/index_articles.h"

#include <algorithm>
#include <map>

#include "core/article/translation.h"
#include "core/index/coverage.h"

namespace kb {
namespace {

using index::Generation;
using insights::ArticleText;
using insights::FittingArticle;

constexpr std::size_t kFound = 5;
constexpr std::size_t kLongestSearch = 120;  // bytes; what is longer is a message

TextVersion text_version(const index::Row& row) {
  return {row.updated, row.revision, row.source_revision};
}

}  // namespace

class IndexArticles::Impl {
 public:
  Impl(index::SearcherPool& searchers, const Config& config, Time now)
      : searcher_(searchers.lease()), config_(config), now_(now) {
    if (searcher_) coverage_.emplace(searcher_->generation(), stemmers_);
  }

  Result<std::vector<FittingArticle>> find(const std::string& lang, const std::string& question) {
    if (!searcher_ || !generation().has_language(lang)) return std::vector<FittingArticle>();
    const auto [known, is_new] = found_.try_emplace({lang, question});
    if (!is_new) return known->second;
    auto articles = search(lang, question);
    if (articles)
      known->second = *articles;
    else
      found_.erase(known);
    return articles;
  }

  std::vector<std::string> languages_of(std::string_view id) const {
    std::vector<std::string> languages;
    if (!searcher_) return languages;
    for (const auto& lang : generation().languages())
      if (row_of(lang, id) != nullptr) languages.push_back(lang);
    return languages;
  }

  std::optional<ArticleText> article(std::string_view object) const {
    const auto slash = object.find('/');
    if (!searcher_ || slash == object.npos) return std::nullopt;
    const std::string lang(object.substr(0, slash));
    const auto id = object.substr(slash + 1);
    const auto* row = row_of(lang, id);
    if (row == nullptr)
      if (const auto moved = generation().redirected(lang, id)) row = row_of(lang, *moved);
    if (row == nullptr) return std::nullopt;
    return ArticleText{row->title, row->category, is_behind(lang, *row)};
  }

 private:
  const Generation& generation() const { return searcher_->generation(); }

  // As a customer reads it; null: there is none.
  const index::Row* row_of(const std::string& lang, std::string_view id) const {
    const auto found = generation().find(lang, id, Audience::everyone);
    return found && found->row->alive(now_) ? found->row : nullptr;
  }

  Result<std::vector<FittingArticle>> search(const std::string& lang, const std::string& question) {
    index::SearchRequest request{.text = question,
                                 .lang = lang,
                                 .fallbacks = {},
                                 .limit = kFound,
                                 .now = now_,
                                 .typed_language = false,
                                 .message = question.size() > kLongestSearch};
    const auto results = searcher_->search(request);
    if (!results) return fail(results.error());
    const auto asked = results->corrected.value_or(question);
    std::vector<FittingArticle> articles;
    for (const auto& hit : results->hits) {
      const auto* row = hit.lang == lang ? row_of(lang, hit.id) : nullptr;
      if (row == nullptr) continue;
      // The team has said that it answers this.
      const double share = hit.pinned ? 1 : coverage_->of(asked, lang, hit.id);
      articles.push_back({lang, hit.id, row->title, row->category, share, is_behind(lang, *row)});
    }
    return articles;
  }

  bool is_behind(const std::string& lang, const index::Row& row) const {
    const auto& original_lang = config_.site.default_language;
    if (lang == original_lang) return false;
    const auto* original = row_of(original_lang, row.id);
    return original != nullptr && is_stale(text_version(*original), text_version(row));
  }

  index::SearcherPool::Lease searcher_;
  const Config& config_;
  const Time now_;
  text::Stemmers stemmers_;
  std::map<std::pair<std::string, std::string>, std::vector<FittingArticle>> found_;
  std::optional<index::Coverage> coverage_;  // where there is a searcher
};

IndexArticles::IndexArticles(index::SearcherPool& searchers, const Config& config, Time now)
    : impl_(std::make_unique<Impl>(searchers, config, now)) {}
IndexArticles::~IndexArticles() = default;

Result<std::vector<FittingArticle>> IndexArticles::find(std::string_view lang,
                                                        std::string_view question) {
  return impl_->find(std::string(lang), std::string(question));
}
std::vector<std::string> IndexArticles::languages_of(std::string_view id) {
  return impl_->languages_of(id);
}
std::optional<ArticleText> IndexArticles::article(std::string_view object) {
  return impl_->article(object);
}

}  // namespace kb
