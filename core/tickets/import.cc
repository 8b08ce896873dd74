#include "core/tickets/import.h"

#include <algorithm>
#include <memory>
#include <thread>
#include <unordered_map>

#include "core/base/content_hash.h"
#include "core/tickets/batch.h"
#include "core/tickets/read_mark.h"

namespace kb::tickets {
namespace {

constexpr int kReaderVersion = 1;  // raised when the same file would make other tickets

std::vector<std::string> article_urls(const Config& config) {
  std::vector<std::string> urls = config.tickets.article_urls;
  if (!config.site.base_url.empty()) urls.push_back(config.site.base_url + config.site.base_path);
  return urls;
}

// Whatever could make other tickets of the same file.
std::string settings_of(const Config& config, const ImportFile& file) {
  std::string all = "reader " + std::to_string(kReaderVersion) + " format " +
                    std::to_string(static_cast<int>(file.options.format)) + " default " +
                    config.site.default_language;
  for (const auto& [what, column] : file.options.columns) all += "\ncolumn " + what + " " + column;
  if (file.options.format == Format::mbox)
    for (const auto& address : file.options.support) all += "\nsupport " + address;
  for (const auto& url : article_urls(config)) all += "\narticles " + url;
  for (const auto& [what, pattern] : config.redact.patterns)
    all += "\nredact " + what + " " + pattern;
  for (const auto& kept : config.redact.keep) all += "\nkeep " + kept;
  return all;
}

// The tickets of one file so far, to tell of those that are there twice.
class SeenTickets {
 public:
  struct Earlier {
    std::uint64_t content;
    std::uint64_t line;
  };

  // What was there under the same id with other content.
  std::optional<Earlier> see(const Ticket& ticket, Earlier now) {
    const auto [place, is_new] = seen_.emplace(short_hash(to_key(ticket)), now);
    if (is_new || place->second.content == now.content) return std::nullopt;
    return std::exchange(place->second, now);
  }

 private:
  std::unordered_map<std::uint64_t, Earlier> seen_;  // by a hash of the key
};

std::uint64_t line_of(const std::string& where) {
  const auto colon = where.rfind(':');
  return colon == std::string::npos ? 0 : std::strtoull(where.c_str() + colon + 1, nullptr, 10);
}

class FileImport {
 public:
  FileImport(const ImportFile& file, const ImportOptions& options, TicketSink& sink,
             const Intake& intake, ImportReport& report)
      : file_(file), options_(options), sink_(sink), intake_(intake), report_(report) {}

  Result<void> run() {
    auto mark = FileMark::of(file_.path, settings_of(options_.config, file_));
    if (!mark) return skip_file(mark.error());
    mark_ = std::make_unique<FileMark>(std::move(*mark));
    key_ = std::filesystem::absolute(file_.path).lexically_normal().string();
    const auto progress = sink_.progress(file_.source, key_);
    if (!progress) return fail(progress.error());
    const auto plan = mark_->plan(*progress, can_grow(file_.options.format));
    if (!plan) return skip_file(plan.error());
    if (plan->unchanged) {
      ++report_.files_unchanged;
      return {};
    }
    auto opened = open_ticket_file(file_.path, file_.options, plan->from);
    if (!opened) return skip_file(opened.error());
    ++report_.files_read;
    return read(**opened);
  }

 private:
  // While one batch is read by the workers, the one before is written and the next one is cut.
  Result<void> read(TicketFile& tickets) {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const unsigned workers = options_.workers ? options_.workers : cores;
    auto batch = std::make_unique<Batch>(cut_batch(tickets));
    auto work = std::make_unique<BatchWork>(*batch, intake_, workers);
    for (;;) {
      auto next = batch->last ? nullptr : std::make_unique<Batch>(cut_batch(tickets));
      work->wait();
      const bool more = next != nullptr;
      auto next_work = more ? std::make_unique<BatchWork>(*next, intake_, workers) : nullptr;
      const auto trouble = tickets.trouble();
      if (auto put = write(*batch, !more && !trouble); !put) return put;
      if (!more) return trouble ? skip_file(*trouble) : Result<void>();
      work = std::move(next_work);  // before its batch goes
      batch = std::move(next);
    }
  }

  Result<void> write(Batch& batch, bool done) {
    std::vector<Ticket> tickets;
    tickets.reserve(batch.entries.size());
    for (auto& entry : batch.entries) {
      if (!entry) {
        ++report_.skipped;
        tell(entry.error());
        continue;
      }
      tell_of(*entry);
      tickets.push_back(std::move(entry->taken.ticket));
    }
    const auto mark = mark_->text(can_grow(file_.options.format) ? batch.end.byte : 0, done);
    if (!mark) return skip_file(mark.error());
    const auto put =
        sink_.put(tickets, FileProgress{file_.source, key_, *mark, batch.end.byte, batch.end.line});
    if (!put) return fail(put.error());
    report_.added += put->added;
    report_.changed += put->changed;
    report_.same += put->same;
    if (options_.on_batch) options_.on_batch(tickets.size());
    return {};
  }

  void tell_of(const Entry& entry) {
    const auto& taken = entry.taken;
    for (const auto& note : taken.notes) tell(note);
    const auto earlier = seen_.see(taken.ticket, {entry.content, line_of(taken.where)});
    if (earlier)
      tell({"ticket " + taken.ticket.id + " is on line " + std::to_string(earlier->line) +
                " with other content: this later one is kept",
            taken.where, "give each ticket an id of its own"});
  }

  void tell(const Error& problem) {
    if (report_.problems.size() < kMostProblems)
      report_.problems.push_back(problem);
    else
      ++report_.problems_left_out;
  }

  Result<void> skip_file(const Error& why) {
    tell(why);
    return {};
  }

  const ImportFile& file_;
  const ImportOptions& options_;
  TicketSink& sink_;
  const Intake& intake_;
  ImportReport& report_;
  std::unique_ptr<FileMark> mark_;
  std::string key_;
  SeenTickets seen_;
};

}  // namespace

IntakeOptions intake_options(const Config& config, std::string source, std::string customer_key,
                             Time now) {
  return {.source = std::move(source),
          .default_language = config.site.default_language,
          .article_urls = article_urls(config),
          .customer_key = std::move(customer_key),
          .now = now};
}

Result<ImportReport> import_tickets(std::span<const ImportFile> files, const ImportOptions& options,
                                    TicketSink& sink) {
  ImportReport report;
  if (files.empty()) return report;
  const auto key = sink.customer_key();
  if (!key) return fail(key.error());
  for (const auto& file : files) {
    const Intake intake(intake_options(options.config, file.source, *key, options.now),
                        options.redactor);
    auto done = FileImport(file, options, sink, intake, report).run();
    if (!done) return fail(done.error());
  }
  return report;
}

}  // namespace kb::tickets
