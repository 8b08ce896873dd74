#include "indexer/eval/judgements.h"

#include <charconv>
#include <sstream>

#include "core/base/durable_file.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

template <class Line>
Result<void> for_each_line(const fs::path& file, Line&& take) {
  const auto content = read_file(file);
  if (!content) return fail(content.error());
  std::istringstream in(*content);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    if (auto done = take(line, file.string() + ":" + std::to_string(number)); !done) return done;
  }
  return {};
}

}  // namespace

Result<Judgements> read_judgements(const fs::path& queries, const fs::path& qrels) {
  std::map<std::string, Relevance> relevant;
  auto read = for_each_line(qrels, [&](const std::string& line, std::string where) -> Result<void> {
    std::istringstream fields(line);
    std::string qid, iteration, article, grade;
    int value = 0;
    if (fields >> qid >> iteration >> article >> grade) {
      const auto [end, error] = std::from_chars(grade.data(), grade.data() + grade.size(), value);
      if (error == std::errc{} && end == grade.data() + grade.size()) {
        if (value > 0) relevant[qid][article] = value;
        return {};
      }
    }
    return fail("is no judgement", std::move(where), "write it as: qid 0 lang/id relevance");
  });
  if (!read) return fail(read.error());

  Judgements judgements;
  read = for_each_line(queries, [&](const std::string& line, std::string where) -> Result<void> {
    const auto tab = line.find('\t');
    if (tab == std::string::npos || tab == 0)
      return fail("is no query", std::move(where), "write it as: qid, a tab, the text");
    JudgedQuery query{line.substr(0, tab), line.substr(tab + 1), {}};
    if (const auto found = relevant.find(query.id); found != relevant.end())
      query.relevant = found->second;
    if (query.relevant.empty())
      ++judgements.unjudged;
    else
      judgements.queries.push_back(std::move(query));
    return {};
  });
  if (!read) return fail(read.error());
  if (judgements.queries.empty())
    return fail("no query has a relevant article", queries.string(),
                "the query ids of both files must be the same");
  return judgements;
}

}  // namespace kb
