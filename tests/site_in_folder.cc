#include "tests/site_in_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "core/index/searcher.h"

namespace kb {

namespace fs = std::filesystem;

SiteInFolder::SiteInFolder() {
  config.sources.emplace_back().path = content();
  config.search.path = folder() / "search";
  config.index.path = index();
  config.store.url = "sqlite:" + (folder() / "answerwell.db").string();
  fs::create_directories(content());
}

void SiteInFolder::write(const std::string& path, std::string_view text) {
  const auto file = content() / path;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
  written_ += std::chrono::seconds{1};
  const auto time = std::chrono::file_clock::from_sys(kStart + written_);
  fs::last_write_time(file, std::chrono::time_point_cast<fs::file_time_type::duration>(time));
}

void SiteInFolder::remove(const std::string& path) {
  ASSERT_GT(fs::remove_all(content() / path), 0U) << path;
}

fs::path SiteInFolder::write_config(const std::string& more) {
  const auto file = folder() / "kb.yaml";
  std::ofstream(file) << "sources: [{kind: articles, path: content}]\nindex: {path: index}\n"
                      << "store: {url: \"sqlite:answerwell.db\"}\n"
                      << more;
  return file;
}

Result<BuildReport> SiteInFolder::build(bool full, unsigned workers) {
  Progress silent(stderr, Progress::Style::silent);
  return kb::build(config, {.clock = clock, .full = full, .workers = workers}, silent);
}

BuildReport SiteInFolder::must_build(bool full, unsigned workers) {
  auto report = build(full, workers);
  EXPECT_TRUE(report) << to_line(report.error());
  return report ? std::move(*report) : BuildReport{};
}

BuildReport SiteInFolder::must_build_cleanly() {
  auto report = must_build();
  EXPECT_EQ(lines_of(report.problems), std::vector<std::string>{});
  return report;
}

std::shared_ptr<const index::Generation> SiteInFolder::live() const {
  auto generation = index::Generation::open_current(index());
  EXPECT_TRUE(generation) << to_line(generation.error());
  return generation ? *generation : nullptr;
}

std::vector<std::string> SiteInFolder::found(const std::string& query, const std::string& lang,
                                             Audience audience) {
  index::Searcher searcher(live(), stemmers_);
  const auto results = searcher.search({.text = query,
                                        .lang = lang,
                                        .fallbacks = config.fallbacks_of(lang),
                                        .limit = 100,
                                        .audience = audience,
                                        .now = clock.now()});
  EXPECT_TRUE(results) << to_line(results.error());
  std::vector<std::string> hits;
  if (results)
    for (const auto& hit : results->hits) hits.push_back(hit.lang + "/" + hit.id);
  return hits;
}

std::vector<std::string> SiteInFolder::articles(Audience audience) const {
  const auto generation = live();
  std::vector<std::string> all;
  for (const auto& entry : generation->manifest().databases)
    if (entry.name.audience == audience)
      for (const auto& row : generation->database(entry.name)->catalogue.rows())
        if (!row.id.empty()) all.push_back(entry.name.lang + "/" + row.id + ": " + row.title);
  std::sort(all.begin(), all.end());
  return all;
}

std::string SiteInFolder::html(const std::string& lang, const std::string& id,
                               Audience audience) const {
  const auto generation = live();
  const auto found = generation->find(lang, id, audience);
  if (!found) return {};
  const auto record =
      generation->read_record(*found->database, *found->row, index::Generation::Part::all);
  EXPECT_TRUE(record) << to_line(record.error());
  return record ? std::string(record->html()) : std::string();
}

std::vector<std::string> lines_of(const std::vector<Error>& problems) {
  std::vector<std::string> lines;
  for (const auto& problem : problems) lines.push_back(problem.where + ": " + problem.what);
  return lines;
}

}  // namespace kb
