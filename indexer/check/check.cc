#include "indexer/check/check.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/applies_to_file.h"
#include "indexer/check/applies_to_rules.h"
#include "indexer/check/category_rules.h"
#include "indexer/check/checked_site.h"
#include "indexer/check/front_matter_rules.h"
#include "indexer/check/image_rules.h"
#include "indexer/check/judgement_rules.h"
#include "indexer/check/link_rules.h"
#include "indexer/check/redirects.h"
#include "indexer/check/text_rules.h"
#include "indexer/check/translation_rules.h"
#include "indexer/check/vocabulary_rules.h"
#include "indexer/vocabulary_files.h"

namespace kb {
namespace {

constexpr std::size_t kChunkFiles = 64;

// Reads all files on all cores, and holds each against the rules that concern it alone.
class ReadingCrew {
 public:
  ReadingCrew(const Scan& scan, const LinkResolver& links, Time now, Progress& progress)
      : files_(scan.files), links_(links), now_(now), progress_(progress), read_(files_.size()) {}

  std::vector<CheckedArticle> read(Findings& findings) {
    progress_.start("Checking", files_.size());
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
      threads.emplace_back([&] { run(findings); });
    run(findings);
    for (auto& thread : threads) thread.join();
    progress_.finish();
    return std::move(read_);
  }

 private:
  void run(Findings& findings) {
    Findings own;
    for (;;) {
      const std::size_t begin = next_.fetch_add(kChunkFiles);
      if (begin >= files_.size()) break;
      const std::size_t end = std::min(begin + kChunkFiles, files_.size());
      for (std::size_t i = begin; i < end; ++i) read_[i] = read_one(files_[i], own);
      progress_.advance(end - begin);
    }
    const std::lock_guard lock(mutex_);
    findings.append(std::move(own));
  }

  CheckedArticle read_one(const SourceFile& file, Findings& findings) const {
    CheckedArticle article = read_checked_article(file, links_, now_, findings);
    check_front_matter(article, now_, findings);
    if (article.readable && article.reach != Reach::expired) check_text(article, findings);
    article.outline.prose = {};  // the largest part, and of no more use
    article.agents_outline.prose = {};
    return article;
  }

  const std::vector<SourceFile>& files_;
  const LinkResolver& links_;
  const Time now_;
  Progress& progress_;
  std::vector<CheckedArticle> read_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;  // of the findings of all
};

void check_scan(const Scan& scan, Findings& findings) {
  std::map<std::string, const SourceFile*> duplicates;
  for (const auto& file : scan.duplicates) duplicates.emplace(file.file.string(), &file);
  for (const auto& problem : scan.problems) {
    const auto twin = duplicates.find(problem.where);
    if (twin == duplicates.end())
      findings.add(rules::source, Place(), problem);
    else
      findings.add(rules::duplicate_id, {twin->first, 1, twin->second->lang, twin->second->id},
                   problem);
  }
}

}  // namespace

Result<CheckReport> check(const Config& config, const Clock& clock, Progress& progress,
                          std::shared_ptr<const index::Generation> published) {
  const auto start = std::chrono::steady_clock::now();
  const Time now = clock.now();
  const Scan scan = scan_sources(config);
  if (scan.files.empty() && !scan.problems.empty())
    return fail("no article found: " + to_line(scan.problems.front()));
  const LinkResolver links(config);
  Findings findings;
  check_scan(scan, findings);

  const CheckedSite site(config, now, ReadingCrew(scan, links, now, progress).read(findings));
  check_links(site, findings);
  check_images(site, links, findings);
  check_redirects(site, findings);
  check_translations(site, findings);
  check_categories(site, scan.category_files, findings);
  check_applies_to(site, read_applies_to(config), findings);
  const VocabularyFiles words = read_vocabularies(config);
  check_vocabulary(site, words, findings);
  if (auto tried = check_judgements(site, words, std::move(published), progress, findings); !tried)
    return fail(tried.error());

  CheckReport report;
  report.findings = findings.take();
  sort_findings(report.findings);
  for (const auto& file : scan.files) ++report.articles[file.lang];
  report.time = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  return report;
}

}  // namespace kb
