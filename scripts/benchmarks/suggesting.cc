#include "scripts/benchmarks/suggesting.h"

#include "core/article/link.h"
#include "core/index/generation.h"
#include "core/text/normal_form.h"
#include "scripts/benchmarks/load_client.h"

namespace kb::bench {
namespace {

constexpr std::size_t kTitles = 300;
constexpr std::size_t kLongestTyped = 30;  // letters
constexpr double kP99Ms = 5;

std::string target(const std::string& lang, std::u32string_view typed) {
  return "/api/v1/suggest?lang=" + lang + "&q=" + percent_encode_path(text::to_utf8(typed));
}

// Titles of each language in turn, until there are enough.
std::vector<std::pair<std::string, std::u32string>> some_titles(const index::Generation& live) {
  std::vector<std::pair<std::string, std::u32string>> titles;
  const auto& languages = live.languages();
  const std::size_t each = kTitles / languages.size() + 1;
  for (const auto& lang : languages) {
    const auto& rows = live.database({lang, Audience::everyone})->catalogue.rows();
    for (std::size_t i = 0; i < std::min(each, rows.size()) && titles.size() < kTitles; ++i)
      titles.emplace_back(lang, text::to_utf32(rows[i * rows.size() / each].title));
  }
  return titles;
}

void add_beginnings(const std::string& lang, std::u32string_view title,
                    std::vector<std::string>& targets) {
  for (std::size_t size = 1; size <= std::min(title.size(), kLongestTyped); ++size)
    targets.push_back(target(lang, title.substr(0, size)));
}

}  // namespace

Result<std::vector<Row>> measure_suggesting(const Bench& bench, const ServerProcess& server) {
  const auto live = index::Generation::open_current(bench.config.index.path);
  if (!live) return fail(live.error());
  std::vector<std::string> targets;
  for (auto& [lang, title] : some_titles(**live)) {
    add_beginnings(lang, title, targets);
    if (title.size() < 3) continue;
    std::swap(title[1], title[2]);
    add_beginnings(lang, title, targets);
  }
  load(server.port(), targets, 1);  // warms
  const double before = server.cpu_seconds();
  const auto result = load(server.port(), targets, 1);
  if (result.answered == 0) return fail("no suggestion is answered");
  const double us = (server.cpu_seconds() - before) * 1e6 / static_cast<double>(result.answered);
  return std::vector<Row>{
      {"Suggesting as one types: p99", "ms", result.p99_us / 1e3, {}, at_most(kP99Ms)},
      {"Suggesting as one types: server CPU", "us/request", us, {}, {}},
      {"Suggesting as one types: failed requests",
       "requests",
       static_cast<double>(result.failed),
       {},
       at_most(0)}};
}

}  // namespace kb::bench
