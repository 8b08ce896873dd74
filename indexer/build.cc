#include "indexer/build.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"
#include "core/text/analyser.h"
#include "indexer/applies_to_file.h"
#include "indexer/build_plan.h"
#include "indexer/build_state.h"
#include "indexer/category_files.h"
#include "indexer/image_size.h"
#include "indexer/language_job.h"
#include "indexer/prior_step.h"
#include "indexer/ticket_step.h"
#include "indexer/vocabulary_files.h"

namespace kb {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int kReaderVersion = 3;  // raised when the same file would be read otherwise

// Records of replaced articles stay as dead bytes: beyond this, the database is written anew.
constexpr std::uint64_t kTolerableWaste = 4;  // times the bytes in use
constexpr std::uint64_t kSmallFile = 1 << 20;

std::chrono::milliseconds since(Steady::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - start);
}

// Whatever could make other articles of the same files.
std::string settings_of(const Config& config, const BuildOptions& options) {
  std::string all = "reader " + std::to_string(kReaderVersion) + " schema " +
                    std::to_string(index::kSchemaVersion) + " default " +
                    config.site.default_language;
  if (options.drafts == Drafts::published) all += " with drafts";
  for (const auto& source : config.sources) {
    all += "\nsource " + std::filesystem::absolute(source.path).lexically_normal().string() + " " +
           std::to_string(static_cast<int>(source.kind));
    for (const auto& pattern : source.layout) all += " " + pattern;
  }
  return content_hash(all);
}

// The generation to go on from, with what it saw of the sources.
struct Previous {
  std::shared_ptr<const index::Generation> generation;
  BuildState state;
};

std::optional<Previous> previous_build(const Config& config, const std::string& settings) {
  auto generation = index::Generation::open_current(config.index.path);
  if (!generation || (*generation)->manifest().settings != settings) return std::nullopt;
  const auto bytes = read_file((*generation)->folder() / BuildState::kFile);
  auto state = bytes ? BuildState::decode(*bytes) : Result<BuildState>(fail(bytes.error()));
  if (!state) return std::nullopt;
  return Previous{std::move(*generation), std::move(*state)};
}

// Languages whose databases are not worth going on from: analysed otherwise, or full of dead bytes.
std::set<std::string> languages_to_rewrite(const index::Generation& generation) {
  std::set<std::string> rewrite;
  for (const auto& [lang, fingerprint] : generation.manifest().analysis)
    if (text::Analyser::fingerprint(lang) != fingerprint) rewrite.insert(lang);
  for (const auto& entry : generation.manifest().databases) {
    const auto* database = generation.database(entry.name);
    std::uint64_t in_use = 0;
    for (const auto& row : database->catalogue.rows()) in_use += row.record_size;
    std::error_code error;
    const auto size = std::filesystem::file_size(database->folder / index::kRecordsFile, error);
    if (!error && size > kSmallFile && size > kTolerableWaste * in_use)
      rewrite.insert(entry.name.lang);
  }
  return rewrite;
}

PreparedFile prepare_file(const SourceFile& file, const LinkResolver& links,
                          text::Analyser& analyser, Time now, Drafts drafts) {
  PreparedFile prepared;
  prepared.file = &file;
  prepared.seen = {file.lang, file.id, file.size, file.modified_ns, {}, {}, false};
  const auto content =
      file.size > kLargestFile ? Result<std::string>(fail(too_large(file))) : read_file(file.file);
  if (!content) {
    prepared.problems.push_back(content.error());
    prepared.failed = true;
    return prepared;
  }
  ReadArticle read = read_article(file, *content, links, now, drafts);
  prepared.seen.hash = content_hash(*content);
  prepared.seen.next_change = read.next_change;
  prepared.seen.clean = read.problems.empty();
  prepared.problems = std::move(read.problems);
  prepared.failed = read.failed;
  const auto prepare_version = [&](Audience audience, const std::optional<Article>& article) {
    if (article) prepared.versions.emplace(audience, index::prepare(*article, analyser));
  };
  prepare_version(Audience::everyone, read.public_version);
  prepare_version(Audience::agents, read.agents_version);
  prepare_version(Audience::writers, read.draft);
  return prepared;
}

// Runs the jobs of all languages on all workers. A worker prefers a language that nobody works on:
// languages build side by side; when none is left, it helps with the largest.
class Crew {
 public:
  Crew(std::vector<std::unique_ptr<LanguageJob>>& jobs, const LinkResolver& links, Time now,
       Drafts drafts, Progress& progress)
      : jobs_(jobs), links_(links), now_(now), drafts_(drafts), progress_(progress) {}

  Result<void> work(unsigned workers) {
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < workers; ++i) threads.emplace_back([this] { run(); });
    run();
    for (auto& thread : threads) thread.join();
    const std::lock_guard lock(mutex_);
    if (first_error_) return fail(*first_error_);
    return {};
  }

 private:
  // Stays with a language while it has files: the analyser's cache is warm, and few databases are
  // open at once.
  void run() {
    while (LanguageJob* job = choose()) {
      text::Analyser analyser(job->lang(), stemmers_);
      while (const auto chunk = job->take())
        if (auto done = make(*job, *chunk, analyser); !done) return stop(done.error());
    }
  }

  Result<void> make(LanguageJob& job, const LanguageJob::Chunk& chunk, text::Analyser& analyser) {
    if (has_failed()) return {};
    std::vector<PreparedFile> prepared;
    prepared.reserve(chunk.files.size());
    for (const auto* file : chunk.files)
      prepared.push_back(prepare_file(*file, links_, analyser, now_, drafts_));
    progress_.advance(chunk.files.size());
    const auto all_written = job.complete(chunk, std::move(prepared));
    if (!all_written) return fail(all_written.error());
    return *all_written ? job.finish() : Result<void>();
  }

  bool has_failed() {
    const std::lock_guard lock(mutex_);
    return first_error_.has_value();
  }

  void stop(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!first_error_) first_error_ = error;
  }

  LanguageJob* choose() {
    const std::lock_guard lock(mutex_);
    if (first_error_) return nullptr;
    LanguageJob* best = nullptr;
    for (const auto& job : jobs_) {
      if (job->files_left() == 0) continue;
      if (best == nullptr || job->active_workers() < best->active_workers() ||
          (job->active_workers() == best->active_workers() &&
           job->files_left() > best->files_left()))
        best = job.get();
    }
    return best;
  }

  std::vector<std::unique_ptr<LanguageJob>>& jobs_;
  const LinkResolver& links_;
  Time now_;
  Drafts drafts_;
  Progress& progress_;
  text::Stemmers stemmers_;
  std::mutex mutex_;
  std::optional<Error> first_error_;
};

std::optional<ImageSize> size_of_image(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  return bytes ? image_size(*bytes) : std::nullopt;
}

Result<index::FileTable> collect_files(const std::set<std::string>& shown,
                                       const LinkResolver& links, const index::Generation* previous,
                                       index::GenerationBuilder& builder,
                                       std::vector<Error>& problems) {
  index::FileTable table;
  for (const auto& symbolic : shown) {
    const auto path = links.file_of(symbolic);
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    const auto modified = std::filesystem::last_write_time(path, error).time_since_epoch();
    if (error) {
      problems.push_back(
          {"is shown by an article but cannot be read: " + error.message(), path.string(), {}});
      continue;
    }
    const auto* known = previous != nullptr ? previous->files().find(symbolic) : nullptr;
    if (known != nullptr && known->size == size && known->modified_ns == modified.count()) {
      table.put(symbolic, *known);
      continue;
    }
    auto stored = builder.store_file(path, modified.count());
    if (!stored) return fail(stored.error());
    if (const auto shown_size = size_of_image(path)) {
      stored->width = shown_size->width;
      stored->height = shown_size->height;
    }
    table.put(symbolic, std::move(*stored));
  }
  return table;
}

std::vector<Category> in_order(const std::map<std::string, Category>& categories,
                               const std::string& default_language) {
  std::vector<Category> list;
  for (const auto& [key, category] : categories) list.push_back(category);
  std::stable_sort(list.begin(), list.end(), [&](const Category& a, const Category& b) {
    return std::pair(a.order, a.name_in(default_language, default_language)) <
           std::pair(b.order, b.name_in(default_language, default_language));
  });
  return list;
}

std::string content_of(const BuildState& state, const index::Vocabularies& vocabularies,
                       const index::RankingPrior& prior) {
  std::vector<std::string> lines;
  for (const auto& [key, file] : state.all()) lines.push_back(key + " " + file.hash);
  std::sort(lines.begin(), lines.end());
  std::string all = vocabularies.empty() ? std::string() : index::encode(vocabularies);
  all += prior.encode();
  for (const auto& line : lines) all += line + "\n";
  return content_hash(all);
}

std::optional<Time> next_change_of(const BuildState& state) {
  std::optional<Time> next;
  for (const auto& [key, file] : state.all())
    if (file.next_change && (!next || *file.next_change < *next)) next = file.next_change;
  return next;
}

// Every image and attachment that an article shows is the one that was published.
bool same_files(const index::Generation& previous, const LinkResolver& links) {
  const auto is_same = [&](const std::string& symbolic) {
    const auto* stored = previous.files().find(symbolic);
    if (stored == nullptr) return false;  // it was away: look again, and tell
    const auto path = links.file_of(symbolic);
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || size != stored->size) return false;
    const auto modified = std::filesystem::last_write_time(path, error).time_since_epoch();
    return !error && modified.count() == stored->modified_ns;
  };
  for (const auto& entry : previous.manifest().databases)
    for (const auto& row : previous.database(entry.name)->catalogue.rows())
      if (!std::all_of(row.files.begin(), row.files.end(), is_same)) return false;
  return true;
}

// While the store is away, agents find what they found before.
Result<void> keep_tickets(const index::Generation* live, index::GenerationBuilder& builder,
                          index::Manifest& manifest) {
  if (live == nullptr) return {};
  manifest.tickets_mark = live->manifest().tickets_mark;
  for (const auto& entry : live->manifest().databases) {
    if (entry.name.content != index::Content::tickets) continue;
    if (auto done = builder.carry_over(*live->database(entry.name)); !done) return done;
    manifest.databases.push_back(entry);
    const auto& analysis = live->manifest().analysis;
    if (const auto known = analysis.find(entry.name.lang); known != analysis.end())
      manifest.analysis.emplace(*known);
  }
  return {};
}

Result<void> add_tickets(const BuildOptions& options, const Result<TicketChanges>& tickets,
                         const index::Generation* live, unsigned workers,
                         index::GenerationBuilder& builder, index::Manifest& manifest) {
  if (!options.tickets) return {};
  return tickets ? tickets->write(builder, manifest, workers)
                 : keep_tickets(live, builder, manifest);
}

LanguageReport report_of(const std::string& lang, const LanguagePlan& plan,
                         const LanguageJob::Outcome& outcome) {
  LanguageReport report;
  report.lang = lang;
  report.files_read = plan.read.size();
  report.time =
      std::chrono::duration_cast<std::chrono::milliseconds>(outcome.finished - outcome.started);
  for (const auto& entry : outcome.databases) {
    report.articles += entry.facts.articles;
    report.sections += entry.facts.sections;
    report.words += entry.facts.words;
  }
  return report;
}

}  // namespace

Result<BuildReport> build(const Config& config, const BuildOptions& options, Progress& progress) {
  const auto start = Steady::now();
  const Time now = options.clock.now();
  BuildReport report;

  auto builder = index::GenerationBuilder::begin(config.index.path, [&](const std::string& pid) {
    progress.note("waiting for another build, process " + pid);
  });
  if (!builder) return fail(builder.error());

  const std::string settings = settings_of(config, options);
  auto previous = options.full ? std::nullopt : previous_build(config, settings);
  const auto* live = previous ? previous->generation.get() : nullptr;

  auto ticket_problems = options.tickets ? import_ticket_sources(config, options.clock, progress)
                                         : std::vector<Error>();
  Scan scan = scan_sources(config);
  CategoryFiles categories = read_categories(config, scan.category_files);
  report.problems = std::move(scan.problems);
  std::move(ticket_problems.begin(), ticket_problems.end(), std::back_inserter(report.problems));
  std::move(categories.problems.begin(), categories.problems.end(),
            std::back_inserter(report.problems));
  const auto category_list = in_order(categories.categories, config.site.default_language);
  AppliesToFile applies_to = read_applies_to(config);
  std::move(applies_to.problems.begin(), applies_to.problems.end(),
            std::back_inserter(report.problems));
  VocabularyFiles words = read_vocabularies(config);
  std::move(words.problems.begin(), words.problems.end(), std::back_inserter(report.problems));
  const auto rewrite = live ? languages_to_rewrite(*live) : std::set<std::string>{};
  BuildPlan plan = plan_build(scan, previous ? &previous->state : nullptr, rewrite, now);
  const LinkResolver links(config);
  const auto tickets = TicketChanges::since(config, live, rewrite);
  if (!tickets) report.problems.push_back(tickets.error());
  const bool new_tickets = options.tickets && tickets && tickets->any();
  const auto prior = ranking_prior(config, tickets, live, now, report.problems);

  if (live && plan.unchanged() && !new_tickets && live->manifest().categories == category_list &&
      live->manifest().applies_to == applies_to.axes &&
      live->vocabularies() == words.vocabularies &&
      index::RankingPrior::read(live->folder()) == prior && same_files(*live, links)) {
    report.generation = live->number();
    report.files_kept = scan.files.size();
    report.time = since(start);
    return report;
  }
  if (scan.files.empty() && !report.problems.empty())
    return fail("no article found: " + to_line(report.problems.front()));

  std::vector<std::unique_ptr<LanguageJob>> jobs;
  for (const auto& [lang, language] : plan.languages)
    jobs.push_back(std::make_unique<LanguageJob>(lang, language, *builder,
                                                 rewrite.contains(lang) ? nullptr : live));
  report.files_read = plan.files_to_read();
  report.files_kept = scan.files.size() - report.files_read;
  progress.start("Indexing", report.files_read);
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const unsigned workers = options.workers ? options.workers : cores;
  const auto worked = Crew(jobs, links, now, options.drafts, progress).work(workers);
  progress.finish();
  if (!worked) return fail(worked.error());

  index::Manifest manifest;
  manifest.settings = settings;
  manifest.libraries = index::library_versions();
  manifest.created = now;
  manifest.categories = category_list;
  manifest.applies_to = std::move(applies_to.axes);
  std::set<std::string> shown_files;
  for (const auto& job : jobs) {
    auto outcome = job->take_outcome();
    report.languages.push_back(report_of(job->lang(), plan.languages[job->lang()], outcome));
    for (auto& [key, seen] : outcome.seen) plan.state.put(key, std::move(seen));
    std::move(outcome.problems.begin(), outcome.problems.end(),
              std::back_inserter(report.problems));
    if (outcome.databases.empty()) continue;
    manifest.analysis[job->lang()] = text::Analyser::fingerprint(job->lang());
    std::move(outcome.databases.begin(), outcome.databases.end(),
              std::back_inserter(manifest.databases));
    shown_files.merge(outcome.shown_files);
  }
  if (auto done = add_tickets(options, tickets, live, workers, *builder, manifest); !done)
    return fail(done.error());
  manifest.content = content_of(plan.state, words.vocabularies, prior);
  manifest.next_change = next_change_of(plan.state);
  auto files = collect_files(shown_files, links, live, *builder, report.problems);
  if (!files) return fail(files.error());
  if (auto done = write_durably(builder->folder() / BuildState::kFile, plan.state.encode()); !done)
    return fail(done.error());
  const auto vocabulary_file = builder->folder() / index::kVocabularyFile;
  if (auto done = write_durably(vocabulary_file, index::encode(words.vocabularies)); !done)
    return fail(done.error());
  const auto prior_file = builder->folder() / index::kRankingPriorFile;
  if (auto done = prior.empty() ? Result<void>() : write_durably(prior_file, prior.encode()); !done)
    return fail(done.error());
  if (auto done = builder->publish(manifest, *files, config.index.keep); !done)
    return fail(done.error());
  report.generation = builder->number();
  report.published = true;
  report.time = since(start);
  return report;
}

}  // namespace kb
