#include "core/index/generation_publisher.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"

namespace kb::index {
namespace {

namespace fs = std::filesystem;

std::vector<GenerationNumber> generations_in(const fs::path& index) {
  std::vector<GenerationNumber> numbers;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(index, error))
    if (const auto number = generation_number(entry.path().filename().string()))
      numbers.push_back(*number);
  std::sort(numbers.rbegin(), numbers.rend());
  return numbers;
}

// Removes a generation unless somebody reads it.
bool remove_generation(const fs::path& folder) {
  const auto manifest = folder / kManifestFile;
  const FileDescriptor file(::open(manifest.c_str(), O_RDONLY | O_CLOEXEC));
  if (file && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return false;
  std::error_code error;
  fs::remove_all(folder, error);
  return !error;
}

// Files that no generation on disk shows any more.
void remove_unused_files(const fs::path& index) {
  std::set<std::string> used;
  for (const auto number : generations_in(index)) {
    const auto bytes = read_file(index / generation_name(number) / kFileTable);
    if (!bytes) return;  // somebody may still read what we cannot: remove nothing
    const auto table = FileTable::decode(*bytes);
    if (!table) return;
    for (const auto& [symbolic, file] : table->all()) used.insert(file.hash);
  }
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(index / kFilesFolder, error))
    if (!used.contains(entry.path().filename().string())) fs::remove(entry.path(), error);
}

Result<FileDescriptor> lock_index(const fs::path& index,
                                  const std::function<void(const std::string&)>& on_wait) {
  const auto path = index / "LOCK";
  FileDescriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (!lock) return fail(system_error("cannot lock the index", path));
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return fail(system_error("cannot lock the index", path));
    char holder[32] = {};
    const auto size = ::pread(lock.get(), holder, sizeof holder - 1, 0);
    if (on_wait) on_wait(size > 0 ? holder : "unknown");
    while (::flock(lock.get(), LOCK_EX) != 0)
      if (errno != EINTR) return fail(system_error("cannot lock the index", path));
  }
  const std::string pid = std::to_string(::getpid());
  if (::ftruncate(lock.get(), 0) != 0 ||
      ::pwrite(lock.get(), pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size()))
    return fail(system_error("cannot lock the index", path));
  return lock;
}

}  // namespace

Result<GenerationBuilder> GenerationBuilder::begin(
    const fs::path& index, const std::function<void(const std::string&)>& on_wait) {
  std::error_code error;
  fs::create_directories(index / kFilesFolder, error);
  if (error) return fail("cannot create the index: " + error.message(), index.string());
  auto lock = lock_index(index, on_wait);
  if (!lock) return fail(lock.error());

  GenerationBuilder builder;
  builder.index_ = index;
  builder.lock_ = std::move(*lock);
  const auto live = current_generation(index);
  GenerationNumber highest = live ? *live : 0;
  for (const auto number : generations_in(index)) {
    highest = std::max(highest, number);
    // Without a manifest it was never published: a build was killed.
    const auto folder = index / generation_name(number);
    if (!fs::exists(folder / kManifestFile)) fs::remove_all(folder, error);
  }
  builder.number_ = highest + 1;
  builder.folder_ = index / generation_name(builder.number_);
  fs::create_directories(builder.folder_, error);
  if (error) return fail("cannot create the index: " + error.message(), builder.folder_.string());
  return builder;
}

GenerationBuilder::~GenerationBuilder() {
  if (!lock_) return;  // moved from
  const auto live = current_generation(index_);
  if (live && *live == number_) return;
  std::error_code error;
  fs::remove_all(folder_, error);
}

Result<void> GenerationBuilder::carry_over(const Database& database) {
  const auto target = folder_ / to_string(database.name);
  std::error_code error;
  fs::create_directories(target, error);
  for (const auto& file : fs::directory_iterator(database.folder, error)) {
    fs::create_hard_link(file.path(), target / file.path().filename(), error);
    if (error) break;
  }
  if (error) return fail("cannot carry a database over: " + error.message(), target.string());
  return {};  // publish() syncs the new names
}

Result<StoredFile> GenerationBuilder::store_file(const fs::path& source, std::int64_t modified_ns) {
  const auto bytes = read_file(source);
  if (!bytes) return fail(bytes.error());
  StoredFile file{.hash = content_hash(*bytes), .size = bytes->size(), .modified_ns = modified_ns};
  const auto target = index_ / kFilesFolder / file.hash;
  std::error_code error;
  if (fs::exists(target, error) && fs::file_size(target, error) == file.size) return file;
  if (auto written = write_durably(target, *bytes); !written) return fail(written.error());
  return file;
}

Result<void> GenerationBuilder::publish(const Manifest& manifest, const FileTable& files,
                                        int keep) {
  if (auto done = write_durably(folder_ / kFileTable, files.encode()); !done) return done;
  if (auto done = write_durably(folder_ / kManifestFile, manifest.to_json()); !done) return done;
  if (auto done = sync_everything(); !done) return done;
  if (auto done = write_durably(index_ / kCurrentFile, generation_name(number_) + "\n"); !done)
    return done;
  remove_retired(keep);
  remove_unused_files(index_);
  return {};
}

// The databases' files were synced by their writers; here the names of all are.
Result<void> GenerationBuilder::sync_everything() const {
  for (const auto& entry : fs::directory_iterator(folder_))
    if (auto done = sync_path(entry.path()); !done) return done;
  if (auto done = sync_path(folder_); !done) return done;
  return sync_path(index_);
}

void GenerationBuilder::remove_retired(int keep) const {
  for (const auto number : generations_in(index_))
    if (number != number_ && keep-- <= 0) remove_generation(index_ / generation_name(number));
}

}  // namespace kb::index
