#include "indexer/language_job.h"

#include <algorithm>

namespace kb {
namespace {

constexpr std::size_t kChunkFiles = 64;

std::size_t chunk_count(std::size_t files) {
  return std::max<std::size_t>(1, (files + kChunkFiles - 1) / kChunkFiles);
}

}  // namespace

LanguageJob::LanguageJob(std::string lang, const LanguagePlan& plan,
                         index::GenerationBuilder& builder, const index::Generation* previous)
    : lang_(std::move(lang)), plan_(plan), builder_(builder), previous_(previous) {}

std::size_t LanguageJob::files_left() const {
  const std::lock_guard lock(take_mutex_);
  const auto chunks = chunk_count(plan_.read.size());
  return taken_ < chunks ? plan_.read.size() - taken_ * kChunkFiles + 1 : 0;
}

std::optional<LanguageJob::Chunk> LanguageJob::take() {
  const std::lock_guard lock(take_mutex_);
  if (taken_ == chunk_count(plan_.read.size())) return std::nullopt;
  if (taken_ == 0) outcome_.started = std::chrono::steady_clock::now();
  const auto number = taken_++;
  const std::span all(plan_.read);
  const auto begin = number * kChunkFiles;
  ++active_;
  return Chunk{number, all.subspan(begin, std::min(kChunkFiles, all.size() - begin))};
}

Result<bool> LanguageJob::complete(const Chunk& chunk, std::vector<PreparedFile> prepared) {
  std::unique_lock lock(write_mutex_);
  --active_;
  waiting_.emplace(chunk.number, std::move(prepared));
  if (writing_) return false;  // whoever writes will come to it
  writing_ = true;
  for (auto next = waiting_.find(next_chunk_); next != waiting_.end();
       next = waiting_.find(next_chunk_)) {
    auto files = std::move(next->second);
    waiting_.erase(next);
    lock.unlock();
    for (auto& file : files)
      if (auto written = write(std::move(file)); !written) return fail(written.error());
    lock.lock();
    ++next_chunk_;
  }
  writing_ = false;
  return next_chunk_ == chunk_count(plan_.read.size());
}

Result<void> LanguageJob::write(PreparedFile file) {
  std::move(file.problems.begin(), file.problems.end(), std::back_inserter(outcome_.problems));
  outcome_.seen.emplace_back(file.file->key(), std::move(file.seen));
  if (file.failed) return {};  // what the last build made of it stays
  for (const auto audience : kAudiences) {
    const auto version = file.versions.find(audience);
    auto done = version == file.versions.end() ? erase(audience, file.file->id)
                                               : put(audience, std::move(version->second));
    if (!done) return done;
  }
  return {};
}

Result<void> LanguageJob::put(Audience audience, index::PreparedArticle article) {
  auto writer = this->writer(audience);
  if (!writer) return fail(writer.error());
  return (*writer)->put(std::move(article));
}

Result<void> LanguageJob::erase(Audience audience, const std::string& id) {
  if (!existed_before(audience) && !writers_.contains(audience)) return {};
  auto writer = this->writer(audience);
  if (!writer) return fail(writer.error());
  return (*writer)->erase(id);
}

bool LanguageJob::existed_before(Audience audience) const {
  return previous_ != nullptr && previous_->database({lang_, audience}) != nullptr;
}

Result<index::DatabaseWriter*> LanguageJob::writer(Audience audience) {
  if (const auto open = writers_.find(audience); open != writers_.end()) return &open->second;
  const index::DatabaseName name{lang_, audience};
  const auto folder = builder_.folder() / to_string(name);
  auto made = existed_before(audience)
                  ? index::DatabaseWriter::continue_from(previous_->database(name)->folder, folder)
                  : index::DatabaseWriter::create(folder);
  if (!made) return fail(made.error());
  return &writers_.emplace(audience, std::move(*made)).first->second;
}

Result<void> LanguageJob::finish() {
  for (const auto audience : kAudiences) {
    for (const auto& id : plan_.removed)
      if (auto done = erase(audience, id); !done) return done;
    const index::DatabaseName name{lang_, audience};
    const index::Catalogue* catalogue = nullptr;
    index::DatabaseFacts facts;
    if (const auto open = writers_.find(audience); open != writers_.end()) {
      const auto finished = open->second.finish();
      if (!finished) return fail(finished.error());
      facts = *finished;
      catalogue = &open->second.catalogue();
    } else if (existed_before(audience)) {
      const auto* database = previous_->database(name);
      if (auto carried = builder_.carry_over(*database); !carried) return carried;
      for (const auto& entry : previous_->manifest().databases)
        if (entry.name == name) facts = entry.facts;
      catalogue = &database->catalogue;
    }
    if (catalogue == nullptr || facts.articles == 0) continue;
    outcome_.databases.push_back({name, facts});
    for (const auto& row : catalogue->rows())
      outcome_.shown_files.insert(row.files.begin(), row.files.end());
  }
  writers_.clear();
  outcome_.finished = std::chrono::steady_clock::now();
  return {};
}

}  // namespace kb
