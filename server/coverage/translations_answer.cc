#include "server/coverage/translations_answer.h"

#include <algorithm>
#include <map>

#include "server/coverage/site_days.h"
#include "server/coverage/translation_draft.h"
#include "server/coverage/translation_question.h"
#include "server/coverage/translations_export.h"
#include "server/gaps/gap_board.h"
#include "server/gaps/gap_urls.h"
#include "server/insights/filter_choices.h"
#include "server/number_parameter.h"
#include "server/page/translations_page.h"

namespace kb {
namespace {

constexpr std::size_t kRowsOnPage = 50;
constexpr std::string_view kTranslationsApi = "/api/v1/translations";

// Gaps that wait for a translation, by "pl/billing/refund".
std::map<std::string, std::int64_t> gaps_to_translate(const HelpCenter& center) {
  std::map<std::string, std::int64_t> gaps;
  const auto report = center.gaps ? center.gaps->report() : nullptr;
  if (!report) return gaps;
  for (const auto& gap : report->gaps)
    if (gap.id != 0 && gap.diagnosis == insights::Diagnosis::missing_in_language)
      for (const auto& article : gap.articles) gaps.emplace(gap.lang + "/" + article.id, gap.id);
  return gaps;
}

class RowMaker {
 public:
  RowMaker(const StaffRequest& staff, const std::vector<std::string>& languages)
      : staff_(staff), languages_(languages), gaps_(gaps_to_translate(staff.center)) {}

  page::TranslationsPage::Row row(const TranslatedArticle& article) const {
    page::TranslationsPage::Row row{
        .title = article.title,
        .lang = article.lang,
        .url = staff_.center.urls.article(article.lang, article.id, article.kind),
        .unmet = article.unmet()};
    for (std::size_t i = 0; i < languages_.size(); ++i)
      row.cells.push_back(cell(article, languages_[i], article.cells[i]));
    return row;
  }

 private:
  page::TranslationsPage::Cell cell(const TranslatedArticle& article, const std::string& lang,
                                    const TranslationCell& cell) const {
    page::TranslationsPage::Cell shown{.state = std::string(translation_state_name(cell.state)),
                                       .views = cell.views,
                                       .asked = cell.asked};
    const bool is_missing = cell.state == TranslationState::missing;
    if (!is_missing) shown.url = staff_.center.urls.article(lang, article.id, article.kind);
    if (is_missing || cell.state == TranslationState::stale)
      shown.work_url = staff_.url(work_path(article, lang));
    return shown;
  }

  // The gap has the customers' words and support's answers, too.
  std::string work_path(const TranslatedArticle& article, const std::string& lang) const {
    const auto gap = gaps_.find(lang + "/" + article.id);
    if (gap != gaps_.end()) return gap_draft_path(gap->second);
    return translation_draft_path(article.lang, article.id, lang);
  }

  const StaffRequest& staff_;
  const std::vector<std::string>& languages_;
  const std::map<std::string, std::int64_t> gaps_;
};

std::string matrix_path(const TranslationFilter& filter, std::size_t number) {
  return std::string(kTranslationsPath) + "?page=" + std::to_string(number) +
         (to_query(filter).empty() ? "" : "&") + to_query(filter);
}

void add_rows(const StaffRequest& staff, const TranslationFilter& filter,
              const TranslationMatrix& matrix, page::TranslationsPage& view) {
  // Beyond the last page is the last one: articles may have been translated since.
  const auto last = matrix.articles.empty() ? 1 : (matrix.articles.size() - 1) / kRowsOnPage + 1;
  const auto asked = number_parameter(staff.request, "page", 1, {1, 99'999}).value_or(1);
  const auto number = std::min(asked, last);
  const auto begin = (number - 1) * kRowsOnPage;
  const auto end = std::min(begin + kRowsOnPage, matrix.articles.size());
  const RowMaker maker(staff, matrix.languages);
  for (auto i = begin; i < end; ++i) view.rows.push_back(maker.row(matrix.articles[i]));
  view.count = std::ssize(matrix.articles);
  view.paging.number = static_cast<std::int64_t>(number);
  if (number > 1) view.paging.previous_url = staff.url(matrix_path(filter, number - 1));
  if (end < matrix.articles.size())
    view.paging.next_url = staff.url(matrix_path(filter, number + 1));
}

}  // namespace

http::Response answer_translations(const StaffRequest& staff) {
  const auto filter = translation_filter(staff.request).value_or(TranslationFilter());
  const auto told = read_translations(staff, filter);
  if (!told) return staff.fault(told.error());
  const auto texts = staff.center.renderer.texts().in(staff.lang);
  page::TranslationsPage view{
      .staff = staff.site("writer"),
      .action = staff.url(kTranslationsPath),
      .from = first_second(told->days.from),
      .to = first_second(told->days.to),
      .language_choices = language_choices(staff, filter.lang, texts),
      .categories = category_choices(staff, filter.category, texts),
      .state = filter.state ? std::string(translation_state_name(*filter.state)) : "",
      .languages = told->matrix.languages,
      .is_complete = told->is_complete,
      .has_one_language = told->has_articles && told->has_one_language,
      .empty = told->has_articles ? page::TranslationsPage::Empty::none_chosen
                                  : page::TranslationsPage::Empty::no_articles};
  add_rows(staff, filter, told->matrix, view);
  const auto query = to_query(filter);
  const auto api = staff.url(kTranslationsApi);
  view.json_url = api + (query.empty() ? "" : "?" + query);
  view.csv_url = api + "?format=csv" + (query.empty() ? "" : "&" + query);
  return staff.page(200, page::render(staff.center.renderer, view));
}

http::Response answer_translations_api(const StaffRequest& staff) {
  const auto format = staff.request.param("format");
  if (!format.empty() && format != "json" && format != "csv")
    return http::problem(400, "`format` must be json or csv.");
  const auto filter = translation_filter(staff.request);
  if (!filter) return http::problem(400, to_line(filter.error()) + ".");
  const auto told = read_translations(staff, *filter);
  if (!told) {
    auto response = http::problem(500, "The store could not be read.");
    response.fault = to_line(told.error());
    return response;
  }
  if (format != "csv") return staff.json(200, translations_json(*told));
  return csv_download("translations.csv", translations_csv(*told));
}

}  // namespace kb
