#include "indexer/ticket_step.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <optional>
#include <thread>

#include "core/index/ticket_writer.h"
#include "core/store/running_server.h"
#include "core/store/ticket_table.h"
#include "core/text/analyser.h"
#include "core/tickets/import.h"
#include "core/tickets/remote_sink.h"
#include "core/tickets/store_sink.h"

namespace kb {
namespace {

using store::Sql;
using store::Store;

// The store itself, or the server that holds it.
struct Sink {
  std::optional<store::RunningServer> server;
  std::unique_ptr<Store> store;
  std::unique_ptr<tickets::TicketSink> tickets;
};

Result<std::unique_ptr<Sink>> open_sink(const Config& config, const Clock& clock) {
  auto sink = std::make_unique<Sink>();
  auto server = store::RunningServer::find(config.store.url);
  if (!server) return fail(server.error());
  sink->server = std::move(*server);
  if (sink->server) {
    sink->tickets =
        std::make_unique<tickets::RemoteSink>([running = &*sink->server](const std::string& body) {
          return running->post("/local/tickets", body);
        });
    return sink;
  }
  auto store = Store::open(config.store.url, Store::Access::write);
  if (!store) return fail(store.error());
  sink->store = std::move(*store);
  sink->tickets = std::make_unique<tickets::StoreSink>(*sink->store, clock);
  return sink;
}

void note_import(const tickets::ImportReport& report, Progress& progress) {
  if (report.files_read == 0) return;
  progress.note("tickets: " + std::to_string(report.added) + " added, " +
                std::to_string(report.changed) + " changed, " + std::to_string(report.skipped) +
                " skipped");
}

Result<void> import_files(const Config& config, const std::vector<tickets::ImportFile>& files,
                          const Clock& clock, Progress& progress, std::vector<Error>& problems) {
  const auto redactor = redact::Redactor::create(config.redact);
  if (!redactor) return fail(redactor.error());
  const auto sink = open_sink(config, clock);
  if (!sink) return fail(sink.error());
  auto report = tickets::import_tickets(
      files,
      {.config = config, .redactor = *redactor, .now = clock.now(), .workers = 0, .on_batch = {}},
      *(*sink)->tickets);
  if (!report) return fail(report.error());
  note_import(*report, progress);
  std::move(report->problems.begin(), report->problems.end(), std::back_inserter(problems));
  if (report->problems_left_out > 0)
    problems.push_back({std::to_string(report->problems_left_out) + " more tickets have problems",
                        {},
                        "correct those above first"});
  return {};
}

// SQLite: whether there is a file; a server's database is taken to be there.
bool has_store(const Config& config) {
  std::error_code error;
  return !store::is_sqlite(config.store.url) ||
         std::filesystem::exists(store::sqlite_path(config.store.url), error);
}

Result<std::vector<std::string>> languages_changed(Sql& sql, std::int64_t since) {
  auto rows = sql.all("SELECT DISTINCT lang FROM tickets WHERE change > $1", {since});
  if (!rows) return fail(rows.error());
  std::vector<std::string> languages;
  for (const auto& row : *rows) languages.push_back(row.text(0));
  return languages;
}

Result<std::optional<Ticket>> find_by_key(Sql& sql, const std::string& key) {
  const auto slash = key.find('/');
  if (slash == std::string::npos) return std::nullopt;
  return store::find_ticket(sql, key.substr(0, slash), key.substr(slash + 1));
}

}  // namespace

std::vector<Error> import_ticket_sources(const Config& config, const Clock& clock,
                                         Progress& progress) {
  std::vector<Error> problems;
  std::vector<tickets::ImportFile> files;
  for (const auto& source : config.sources) {
    if (source.kind != SourceKind::tickets) continue;
    auto found = tickets::import_files(config, source);
    if (found)
      std::move(found->begin(), found->end(), std::back_inserter(files));
    else
      problems.push_back(found.error());
  }
  if (files.empty()) return problems;
  if (auto done = import_files(config, files, clock, progress, problems); !done)
    problems.push_back(done.error());
  return problems;
}

Result<TicketChanges> TicketChanges::since(const Config& config, const index::Generation* live,
                                           const std::set<std::string>& rewrite) {
  TicketChanges changes;
  changes.live_ = live;
  changes.rewrite_ = &rewrite;
  if (live != nullptr) {
    changes.languages_ = live->ticket_languages();
    changes.seen_ = static_cast<std::int64_t>(live->manifest().tickets_mark);
  }
  if (!has_store(config)) {
    changes.any_ = !changes.languages_.empty();  // it went, and its tickets with it
    return changes;
  }
  auto store = Store::open(config.store.url, Store::Access::read);
  if (!store) return fail(store.error());
  changes.store_ = std::move(*store);
  const auto read = changes.store_->read([&](Sql& sql) -> Result<std::vector<std::string>> {
    const auto latest = store::latest_change(sql);
    if (!latest) return fail(latest.error());
    changes.latest_ = *latest;
    if (changes.latest_ < changes.seen_) changes.seen_ = 0;  // an older store was restored
    return languages_changed(sql, changes.seen_);
  });
  if (!read) return fail(read.error());
  for (const auto& lang : *read)
    if (std::find(changes.languages_.begin(), changes.languages_.end(), lang) ==
        changes.languages_.end())
      changes.languages_.push_back(lang);
  std::sort(changes.languages_.begin(), changes.languages_.end());
  changes.any_ =
      !read->empty() || std::any_of(changes.languages_.begin(), changes.languages_.end(),
                                    [&](const auto& lang) { return changes.begins_afresh(lang); });
  return changes;
}

bool TicketChanges::begins_afresh(const std::string& lang) const {
  return live_ == nullptr || seen_ == 0 || rewrite_->contains(lang);
}

Result<std::optional<index::DatabaseEntry>> TicketChanges::write_language(
    index::GenerationBuilder& builder, const std::string& lang, text::Stemmers& stemmers) const {
  const bool afresh = begins_afresh(lang);
  auto writer = index::TicketWriter::begin(builder, afresh ? nullptr : live_, lang, stemmers);
  if (!writer) return fail(writer.error());
  store::TicketSelection selection;
  selection.since_change = afresh ? 0 : seen_;
  if (afresh) selection.lang = lang;
  return store_->read([&](Sql& sql) -> Result<std::optional<index::DatabaseEntry>> {
    auto each =
        store::each_ticket(sql, selection, [&](const Ticket& ticket, std::int64_t) -> Result<void> {
          if (ticket.lang == lang) return writer->put(ticket);
          writer->erase(to_key(ticket));  // it may have been in this one
          return {};
        });
    if (!each) return fail(each.error());
    return writer->finish([&](const std::string& key) { return find_by_key(sql, key); });
  });
}

// Languages side by side, each by one worker.
Result<void> TicketChanges::write(index::GenerationBuilder& builder, index::Manifest& manifest,
                                  unsigned workers) const {
  manifest.tickets_mark = static_cast<std::uint64_t>(latest_);
  if (!store_) return {};
  text::Stemmers stemmers;
  std::vector<Result<std::optional<index::DatabaseEntry>>> entries(languages_.size(), std::nullopt);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < languages_.size(); i = next++)
      entries[i] = write_language(builder, languages_[i], stemmers);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < workers && i < languages_.size(); ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!entries[i]) return fail(entries[i].error());
    if (!*entries[i]) continue;
    manifest.databases.push_back(std::move(**entries[i]));
    manifest.analysis[languages_[i]] = text::Analyser::fingerprint(languages_[i]);
  }
  return {};
}

}  // namespace kb
