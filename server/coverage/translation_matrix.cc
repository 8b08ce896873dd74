#include "server/coverage/translation_matrix.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/article/translation.h"
#include "server/coverage/broken_links.h"

namespace kb {
namespace {

using index::Row;

constexpr std::array kStateNames = {
    std::pair{TranslationState::original, std::string_view("original")},
    std::pair{TranslationState::translated, std::string_view("translated")},
    std::pair{TranslationState::stale, std::string_view("stale")},
    std::pair{TranslationState::missing, std::string_view("missing")},
};

TextVersion version_of(const Row& row) {
  return {row.updated, row.revision, row.source_revision};
}

// Languages that the configuration names are there before their first article is.
std::vector<std::string> languages_of(const TranslationSource& source) {
  auto languages = source.generation.languages();
  const auto& site = source.config.site;
  for (const auto& lang : site.languages)
    if (lang != "all") languages.push_back(lang);
  languages.push_back(site.default_language);
  std::ranges::sort(languages, {}, [&](const std::string& lang) {
    return std::pair(lang != site.default_language, lang);
  });
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages;
}

class MatrixMaker {
 public:
  explicit MatrixMaker(const TranslationSource& source) : source_(source) {
    matrix_.languages = languages_of(source);
  }

  TranslationMatrix make() {
    for (std::size_t i = 0; i < matrix_.languages.size(); ++i) add_versions(i);
    for (auto& [id, versions] : versions_) add_article(id, versions);
    add_views();
    add_asked();
    put_columns_in_order();
    std::ranges::sort(matrix_.articles, [](const auto& a, const auto& b) {
      return std::tuple(-a.unmet(), -a.views(), std::string_view(a.id)) <
             std::tuple(-b.unmet(), -b.views(), std::string_view(b.id));
    });
    return std::move(matrix_);
  }

 private:
  using Versions = std::vector<const Row*>;  // by language; null: there is none

  void add_versions(std::size_t column) {
    const auto* database = source_.generation.database({matrix_.languages[column]});
    if (database == nullptr) return;
    for (const auto& row : database->catalogue.rows()) {
      if (row.kind == Kind::ticket || !row.listed(source_.now)) continue;
      auto& versions = versions_[row.id];
      versions.resize(matrix_.languages.size());
      versions[column] = &row;
    }
  }

  void add_article(const std::string& id, const Versions& versions) {
    const auto first =
        std::ranges::find_if(versions, [](const Row* row) { return row != nullptr; });
    const Row& original = **first;
    TranslatedArticle article{
        .id = id,
        .lang = matrix_.languages[static_cast<std::size_t>(first - versions.begin())],
        .title = original.title,
        .category = original.category,
        .kind = original.kind};
    for (const Row* row : versions) article.cells.push_back({.state = state_of(row, original)});
    places_[id] = matrix_.articles.size();
    matrix_.articles.push_back(std::move(article));
  }

  static TranslationState state_of(const Row* row, const Row& original) {
    if (row == nullptr) return TranslationState::missing;
    if (row == &original) return TranslationState::original;
    return is_stale(version_of(original), version_of(*row)) ? TranslationState::stale
                                                            : TranslationState::translated;
  }

  void add_views() {
    for (const auto& [object, use] : source_.uses) {
      const auto now = current_object(source_.generation, object);
      const auto slash = now.find('/');
      if (auto* cell = cell_of(now.substr(0, slash), now)) cell->views += use.views;
    }
  }

  void add_asked() {
    for (const auto& reads : source_.foreign)
      if (auto* cell = cell_of(reads.lang, current_object(source_.generation, reads.object))) {
        cell->asked += reads.visitors;
        cell->clicks += reads.clicks;
      }
  }

  // The site's own language stays first; then those in which most was asked for in vain, then those
  // that were read most.
  void put_columns_in_order() {
    struct Column {
      std::size_t place = 0;
      std::int64_t unmet = 0;
      std::int64_t views = 0;
    };
    std::vector<Column> columns(matrix_.languages.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i].place = i;
      for (const auto& article : matrix_.articles) {
        columns[i].unmet += article.cells[i].unmet();
        columns[i].views += article.cells[i].views;
      }
    }
    std::stable_sort(columns.begin() + 1, columns.end(), [](const Column& a, const Column& b) {
      return std::pair(a.unmet, a.views) > std::pair(b.unmet, b.views);
    });
    const auto in_order = [&](auto& of_columns) {
      auto before = std::exchange(of_columns, {});
      for (const auto& column : columns) of_columns.push_back(std::move(before[column.place]));
    };
    in_order(matrix_.languages);
    for (auto& article : matrix_.articles) in_order(article.cells);
  }

  TranslationCell* cell_of(std::string_view lang, std::string_view object) {
    const auto slash = object.find('/');
    const auto column = std::ranges::find(matrix_.languages, lang);
    if (slash == object.npos || column == matrix_.languages.end()) return nullptr;
    const auto place = places_.find(object.substr(slash + 1));
    if (place == places_.end()) return nullptr;
    const auto at = static_cast<std::size_t>(column - matrix_.languages.begin());
    return &matrix_.articles[place->second].cells[at];
  }

  const TranslationSource& source_;
  TranslationMatrix matrix_;
  std::map<std::string, Versions> versions_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

bool is_done(const TranslationCell& cell) {
  return cell.state == TranslationState::original || cell.state == TranslationState::translated;
}

}  // namespace

std::string_view translation_state_name(TranslationState state) {
  return std::ranges::find(kStateNames, state, &decltype(kStateNames)::value_type::first)->second;
}

std::optional<TranslationState> parse_translation_state(std::string_view name) {
  const auto found =
      std::ranges::find(kStateNames, name, &decltype(kStateNames)::value_type::second);
  if (found == kStateNames.end()) return std::nullopt;
  return found->first;
}

std::int64_t TranslatedArticle::unmet() const {
  return std::transform_reduce(cells.begin(), cells.end(), std::int64_t{0}, std::plus(),
                               [](const TranslationCell& cell) { return cell.unmet(); });
}

std::int64_t TranslatedArticle::views() const {
  return std::transform_reduce(cells.begin(), cells.end(), std::int64_t{0}, std::plus(),
                               [](const TranslationCell& cell) { return cell.views; });
}

bool TranslationMatrix::is_complete() const {
  return languages.size() > 1 && !articles.empty() &&
         std::ranges::all_of(articles, [](const TranslatedArticle& article) {
           return std::ranges::all_of(article.cells, is_done);
         });
}

TranslationMatrix translation_matrix(const TranslationSource& source) {
  return MatrixMaker(source).make();
}

void keep_chosen(const TranslationFilter& filter, TranslationMatrix& matrix) {
  if (!filter.lang.empty()) {
    const auto column = std::ranges::find(matrix.languages, filter.lang) - matrix.languages.begin();
    const bool is_known = column < std::ssize(matrix.languages);
    if (!is_known) matrix.articles.clear();
    for (auto& article : matrix.articles)
      article.cells = {article.cells[static_cast<std::size_t>(column)]};
    matrix.languages = {filter.lang};
    std::ranges::stable_sort(matrix.articles, std::ranges::greater(), &TranslatedArticle::unmet);
  }
  std::erase_if(matrix.articles, [&](const TranslatedArticle& article) {
    const bool is_chosen =
        !filter.state || std::ranges::any_of(article.cells, [&](const TranslationCell& cell) {
          return cell.state == *filter.state;
        });
    return !is_chosen || (!filter.category.empty() && article.category != filter.category);
  });
}

}  // namespace kb
