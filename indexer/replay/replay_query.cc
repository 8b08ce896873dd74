#include "indexer/replay/replay_query.h"

#include <sstream>
#include <string_view>

#include "core/base/durable_file.h"
#include "core/text/language.h"

namespace kb {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, '\t');) fields.push_back(field);
  return fields;
}

// "pl/billing/refund", its language made canonical.
Result<std::string> article_of(const std::string& text) {
  const auto slash = text.find('/');
  if (slash == std::string::npos || slash + 1 == text.size())
    return fail("is no article: '" + text + "'", {}, "write it as lang/id");
  const auto lang = text::canonical_language(text.substr(0, slash));
  if (!lang) return fail(lang.error());
  return *lang + text.substr(slash);
}

Result<ReplayQuery> query_of(const std::string& line) {
  const auto fields = fields_of(line);
  if (fields.size() < 2 || fields.size() > 3 || fields[0].empty())
    return fail("is no query", {}, "write it as: query, a tab, its language[, a tab, lang/id]");
  const auto lang = text::canonical_language(fields[1]);
  if (!lang) return fail(lang.error());
  ReplayQuery query{.text = fields[0], .lang = *lang};
  if (fields.size() == 2 || fields[2].empty()) return query;
  auto article = article_of(fields[2]);
  if (!article) return fail(article.error());
  query.expected = std::move(*article);
  return query;
}

}  // namespace

Result<std::vector<ReplayQuery>> read_query_file(const std::filesystem::path& file) {
  const auto content = read_file(file);
  if (!content) return fail(content.error());
  std::vector<ReplayQuery> queries;
  std::istringstream in(*content);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    auto query = query_of(line);
    if (!query)
      return fail(query.error().what, file.string() + ":" + std::to_string(number),
                  query.error().hint);
    queries.push_back(std::move(*query));
  }
  if (queries.empty())
    return fail("has no query", file.string(), "write one a line: query, a tab, its language");
  return queries;
}

}  // namespace kb
