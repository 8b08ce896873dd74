#include "server/coverage/translation_question.h"

#include "server/coverage/site_days.h"
#include "server/writer/writer_urls.h"

namespace kb {

Result<TranslationFilter> translation_filter(const http::Request& request) {
  TranslationFilter filter{.lang = std::string(request.param("lang")),
                           .category = std::string(request.param("category"))};
  const std::string state(request.param("state"));
  if (state.empty()) return filter;
  filter.state = parse_translation_state(state);
  if (!filter.state)
    return fail("no state '" + state + "'", "state",
                "there are original, translated, stale and missing");
  return filter;
}

std::string to_query(const TranslationFilter& filter) {
  std::string query;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    query.append(query.empty() ? "" : "&").append(name).append("=").append(parameter(value));
  };
  add("lang", filter.lang);
  add("category", filter.category);
  if (filter.state) add("state", translation_state_name(*filter.state));
  return query;
}

Result<ToldTranslations> read_translations(const StaffRequest& staff,
                                           const TranslationFilter& filter) {
  const auto& center = staff.center;
  const auto now = center.clock.now();
  const auto days = last_days(center.config, now, kDemandDays);
  if (!days) return fail(days.error());
  ToldTranslations told{.days = *days};
  const auto generation = center.searchers.generation();
  if (!generation) return told;
  const auto read = staff.store.read([&](store::Sql& sql) -> Result<void> {
    const auto uses = insights::read_article_use(sql, *days);
    if (!uses) return fail(uses.error());
    const auto foreign = insights::read_foreign_reads(sql, *days);
    if (!foreign) return fail(foreign.error());
    told.matrix = translation_matrix({*generation, center.config, *uses, *foreign, now});
    return {};
  });
  if (!read) return fail(read.error());
  told.has_articles = !told.matrix.articles.empty();
  told.is_complete = told.matrix.is_complete();
  told.has_one_language = told.matrix.languages.size() == 1;
  keep_chosen(filter, told.matrix);
  return told;
}

}  // namespace kb
