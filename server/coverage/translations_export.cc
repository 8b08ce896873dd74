#include "server/coverage/translations_export.h"

#include <nlohmann/json.hpp>

#include "core/insights/csv_table.h"
#include "server/coverage/site_days.h"

namespace kb {
namespace {

using insights::csv_number;
using Json = nlohmann::ordered_json;

Json cells_json(const TranslationMatrix& matrix, const TranslatedArticle& article) {
  auto cells = Json::array();
  for (std::size_t i = 0; i < article.cells.size(); ++i) {
    const auto& cell = article.cells[i];
    cells.push_back({{"lang", matrix.languages[i]},
                     {"state", translation_state_name(cell.state)},
                     {"views", cell.views},
                     {"asked", cell.asked},
                     {"clicks", cell.clicks}});
  }
  return cells;
}

}  // namespace

std::string translations_json(const ToldTranslations& told) {
  auto articles = Json::array();
  for (const auto& article : told.matrix.articles)
    articles.push_back({{"id", article.id},
                        {"original", article.lang},
                        {"title", article.title},
                        {"category", article.category},
                        {"unmet", article.unmet()},
                        {"cells", cells_json(told.matrix, article)}});
  const Json all = {{"from", iso_day(told.days.from)},
                    {"to", iso_day(told.days.to)},
                    {"languages", told.matrix.languages},
                    {"complete", told.is_complete},
                    {"articles", std::move(articles)}};
  return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string translations_csv(const ToldTranslations& told) {
  insights::CsvTable table(
      {"article", "original", "title", "category", "lang", "state", "views", "asked", "clicks"});
  for (const auto& article : told.matrix.articles)
    for (std::size_t i = 0; i < article.cells.size(); ++i) {
      const auto& cell = article.cells[i];
      table.add({article.id, article.lang, article.title, article.category,
                 told.matrix.languages[i], std::string(translation_state_name(cell.state)),
                 csv_number(cell.views), csv_number(cell.asked), csv_number(cell.clicks)});
    }
  return table.text();
}

http::Response csv_download(std::string_view name, std::string text) {
  http::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.headers.push_back(
      {"Content-Disposition", "attachment; filename=\"" + std::string(name) + "\""});
  response.body = std::move(text);
  make_private(response);
  return response;
}

}  // namespace kb
