#include "scripts/benchmarks/pages.h"

#include <functional>

#include "scripts/benchmarks/load_client.h"
#include "server/urls.h"

namespace kb::bench {
namespace {

constexpr std::size_t kRequests = 1000;
constexpr double kPageMs = 2;

struct PageKind {
  const char* name;
  std::function<std::string(std::size_t)> target;
};

// Every so many files, so that all languages and folders have their turn.
const SourceFile& file_at(const Bench& bench, std::size_t i) {
  return bench.files[i * 7919 % bench.files.size()];
}

std::vector<PageKind> page_kinds(const Bench& bench, const Urls& urls) {
  return {
      {"home", [&](std::size_t i) { return urls.home(file_at(bench, i).lang); }},
      {"category",
       [&](std::size_t i) {
         const auto& file = file_at(bench, i);
         return urls.category(file.lang, file.id.substr(0, file.id.find('/')));
       }},
      {"article",
       [&](std::size_t i) {
         const auto& file = file_at(bench, i);
         return urls.article(file.lang, file.id, file.kind);
       }},
      {"search",
       [&](std::size_t i) {
         const auto& query = bench.queries[i % bench.queries.size()];
         return urls.search(query.lang, {.text = query.text});
       }},
  };
}

}  // namespace

Result<std::vector<Row>> measure_pages(const Bench& bench, const ServerProcess& server) {
  const Urls urls("");
  std::vector<Row> rows;
  for (const auto& kind : page_kinds(bench, urls)) {
    std::vector<std::string> targets;
    for (std::size_t i = 0; i < kRequests; ++i) targets.push_back(kind.target(i));
    load(server.port(), targets, 1);  // warms
    const double before = server.cpu_seconds();
    const auto result = load(server.port(), targets, 1);
    if (result.answered == 0)
      return fail(std::string("no page of the kind `") + kind.name + "` is answered");
    const double ms = (server.cpu_seconds() - before) * 1e3 / static_cast<double>(result.answered);
    rows.push_back({std::string("Page: ") + kind.name + ", server CPU",
                    "ms/request",
                    ms,
                    {},
                    at_most(kPageMs)});
  }
  return rows;
}

}  // namespace kb::bench
