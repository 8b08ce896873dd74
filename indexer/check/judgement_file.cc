#include "indexer/check/judgement_file.h"

#include <charconv>
#include <sstream>
#include <string_view>
#include <utility>

#include "core/base/durable_file.h"
#include "core/text/normal_form.h"

namespace kb {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto end = std::min(line.find('\t', begin), line.size());
    fields.push_back(trimmed(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return fields;
}

Result<ExpectedArticle> expected(std::string_view line) {
  constexpr const char* kForm = "write it as: query, a tab, article id, and if you like a tab, 3";
  const auto fields = fields_of(line);
  if (fields.size() < 2 || fields.size() > 3 || fields[0].empty() || fields[1].empty())
    return fail("is no judgement", {}, kForm);
  ExpectedArticle judgement{std::string(fields[0]), std::string(fields[1]), 1, 0};
  if (fields.size() < 3) return judgement;
  const auto number = fields[2];
  const auto read = std::from_chars(number.data(), number.data() + number.size(), judgement.within);
  if (read.ec != std::errc{} || read.ptr != number.data() + number.size() || judgement.within < 1 ||
      judgement.within > kFarthestWithin)
    return fail("the article cannot be expected among the first '" + std::string(number) + "'", {},
                "write a number from 1 to " + std::to_string(kFarthestWithin));
  return judgement;
}

}  // namespace

JudgementFile read_judgement_file(const std::filesystem::path& file) {
  JudgementFile found;
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return found;
  const auto content = read_file(file);
  if (!content) {
    found.problems.push_back(content.error());
    return found;
  }
  if (!text::is_valid_utf8(*content)) {
    found.problems.push_back({"is not UTF-8", file.string(), "save it as UTF-8"});
    return found;
  }
  std::istringstream in(text::nfc(*content));
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const auto text = trimmed(line);
    if (text.empty() || text.starts_with('#')) continue;
    auto judgement = expected(text);
    if (judgement) {
      judgement->line = number;
      found.judgements.push_back(std::move(*judgement));
    } else {
      judgement.error().where = file.string() + ":" + std::to_string(number);
      found.problems.push_back(std::move(judgement.error()));
    }
  }
  return found;
}

}  // namespace kb
