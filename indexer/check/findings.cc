#include "indexer/check/findings.h"

#include <charconv>
#include <iterator>
#include <utility>

namespace kb {
namespace {

// The number after the last colon of "refund.md:12", which goes; nothing there: the file as a
// whole.
int take_line(std::string& where) {
  const auto colon = where.rfind(':');
  if (colon == std::string::npos) return 1;
  int line = 0;
  const char* const end = where.data() + where.size();
  const auto read = std::from_chars(where.data() + colon + 1, end, line);
  if (read.ec != std::errc{} || read.ptr != end || line < 1) return 1;
  where.resize(colon);
  return line;
}

}  // namespace

void Findings::add(const Rule& rule, Place place, std::string what, std::string hint) {
  findings_.push_back(
      {rule.severity, rule.name, std::move(place), std::move(what), std::move(hint)});
}

void Findings::add(const Rule& rule, Place file, const Error& problem) {
  std::string where = problem.where;
  file.line = take_line(where);
  if (!where.empty()) file.file = std::move(where);
  add(rule, std::move(file), problem.what, problem.hint);
}

void Findings::append(Findings more) {
  std::move(more.findings_.begin(), more.findings_.end(), std::back_inserter(findings_));
}

}  // namespace kb
