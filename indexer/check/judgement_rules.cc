#include "indexer/check/judgement_rules.h"

#include <stdlib.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/durable_file.h"
#include "core/index/searcher.h"
#include "core/text/stemmer.h"
#include "indexer/build.h"
#include "indexer/check/judgement_file.h"
#include "indexer/check/vocabulary_rules.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

// Gone, with all that is in it, when the check ends.
class TemporaryIndex {
 public:
  static Result<std::unique_ptr<TemporaryIndex>> make() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "answerwell-check-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr)
      return fail(system_error("cannot make a temporary folder to try the judgements in", name));
    return std::unique_ptr<TemporaryIndex>(new TemporaryIndex(name));
  }
  ~TemporaryIndex() {
    std::error_code ignored;  // what stays behind is the system's to clean
    fs::remove_all(path_, ignored);
  }
  TemporaryIndex(const TemporaryIndex&) = delete;

  const fs::path& path() const { return path_; }

 private:
  explicit TemporaryIndex(fs::path path) : path_(std::move(path)) {}
  fs::path path_;
};

Result<std::shared_ptr<const index::Generation>> build_in(const fs::path& folder,
                                                          const CheckedSite& site,
                                                          Progress& progress) {
  Config config = site.config();
  config.index.path = folder;
  const ManualClock clock(site.now());
  if (auto built = build(config, {.clock = clock}, progress); !built) return fail(built.error());
  return index::Generation::open_current(folder);
}

struct Judged {
  ExpectedArticle expected;
  std::string lang;
  Place place;
};

// Those that can be tried.
std::vector<Judged> read_all(const CheckedSite& site, const VocabularyFiles& files,
                             Findings& findings) {
  std::vector<Judged> all;
  for (const auto& [lang, folder] : files.folders) {
    const auto file = folder / kJudgementsFile;
    auto read = read_judgement_file(file);
    for (const auto& problem : read.problems)
      findings.add(rules::search_file, {{}, 1, lang, {}}, problem);
    for (auto& expected : read.judgements) {
      const Place place{file.string(), expected.line, lang, {}};
      if (check_article_is_there(site, expected.article, place, findings))
        all.push_back({std::move(expected), lang, place});
    }
  }
  return all;
}

std::string ordinal(std::size_t number) {
  const auto last = number % 10;
  const bool teen = number % 100 / 10 == 1;
  const char* ending = "th";
  if (!teen && last == 1) ending = "st";
  if (!teen && last == 2) ending = "nd";
  if (!teen && last == 3) ending = "rd";
  return std::to_string(number) + ending;
}

std::string where_it_is(const index::SearchResults& found, std::optional<std::size_t> rank) {
  if (found.hits.empty()) return "nothing is found";
  const std::string first = " (first: " + found.hits.front().id + ")";
  if (rank) return "it is the " + ordinal(*rank) + first;
  return "it is not among the first " + std::to_string(kFarthestWithin) + first;
}

Result<void> try_one(const Judged& judged, const CheckedSite& site, index::Searcher& searcher,
                     Findings& findings) {
  const auto& expected = judged.expected;
  const auto found = searcher.search({.text = expected.query,
                                      .lang = judged.lang,
                                      .fallbacks = site.config().fallbacks_of(judged.lang),
                                      .limit = kFarthestWithin,
                                      .now = site.now()});
  if (!found) return fail(found.error());
  const auto hit = std::find_if(found->hits.begin(), found->hits.end(),
                                [&](const auto& each) { return each.id == expected.article; });
  std::optional<std::size_t> rank;
  if (hit != found->hits.end()) rank = static_cast<std::size_t>(hit - found->hits.begin()) + 1;
  if (rank && *rank <= static_cast<std::size_t>(expected.within)) return {};
  const std::string wanted =
      expected.within == 1 ? "first" : "among the first " + std::to_string(expected.within);
  findings.add(rules::judgement, judged.place,
               "`" + expected.query + "` should find " + expected.article + " " + wanted + "; " +
                   where_it_is(*found, rank),
               "give the article these words as `keywords`, or write a synonym; kb-index search "
               "--explain tells why it is so");
  return {};
}

}  // namespace

Result<void> check_judgements(const CheckedSite& site, const VocabularyFiles& files,
                              std::shared_ptr<const index::Generation> published,
                              Progress& progress, Findings& findings) {
  const auto all = read_all(site, files, findings);
  if (all.empty()) return {};
  std::unique_ptr<TemporaryIndex> temporary;
  if (!published) {
    auto made = TemporaryIndex::make();
    if (!made) return fail(made.error());
    temporary = std::move(*made);
    auto built = build_in(temporary->path(), site, progress);
    if (!built) return fail(built.error());
    published = std::move(*built);
  }
  text::Stemmers stemmers;
  index::Searcher searcher(std::move(published), stemmers);
  for (const auto& judged : all)
    if (auto done = try_one(judged, site, searcher, findings); !done) return done;
  return {};
}

}  // namespace kb
