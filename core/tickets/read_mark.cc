#include "core/tickets/read_mark.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <sstream>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"

namespace kb::tickets {
namespace {

constexpr std::uint64_t kBlock = 1 << 20;

// "settings size:modified hash done"
struct Parts {
  std::string settings, facts, hash, done;
};

Parts parts_of_mark(const std::string& mark) {
  Parts parts;
  std::istringstream(mark) >> parts.settings >> parts.facts >> parts.hash >> parts.done;
  return parts;
}

}  // namespace

Result<FileMark> FileMark::of(const std::filesystem::path& path, const std::string& settings) {
  FileMark mark;
  mark.path_ = path;
  mark.settings_ = content_hash(settings);
  mark.file_ = FileDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!mark.file_) return fail(system_error("cannot open", path));
  struct stat facts {};
  if (::fstat(mark.file_.get(), &facts) != 0) return fail(system_error("cannot read", path));
  mark.size_ = static_cast<std::uint64_t>(facts.st_size);
  mark.facts_ = std::to_string(facts.st_size) + ":" +
                std::to_string(facts.st_mtim.tv_sec * 1'000'000'000LL + facts.st_mtim.tv_nsec);
  return mark;
}

Result<ReadingPlan> FileMark::plan(const std::optional<FileProgress>& progress, bool can_grow) {
  if (!progress) return ReadingPlan{};
  const Parts before = parts_of_mark(progress->mark);
  if (before.settings != settings_) return ReadingPlan{};
  const Position there{progress->byte, progress->line};
  if (before.facts == facts_) return ReadingPlan{before.done == "done", there};
  if (!can_grow || progress->byte > size_) return ReadingPlan{};
  const auto hash = hash_up_to(progress->byte);
  if (!hash) return fail(hash.error());
  return *hash == before.hash ? ReadingPlan{false, there} : ReadingPlan{};
}

Result<std::string> FileMark::text(std::uint64_t at, bool done) {
  const auto hash = hash_up_to(std::min(at, size_));
  if (!hash) return fail(hash.error());
  return settings_ + " " + facts_ + " " + *hash + (done ? " done" : " part");
}

Result<std::string> FileMark::hash_up_to(std::uint64_t end) {
  if (end < hashed_) {
    hashed_ = 0;
    chain_.clear();
  }
  for (; hashed_ + kBlock <= end; hashed_ += kBlock) {
    const auto block = read(hashed_, hashed_ + kBlock);
    if (!block) return fail(block.error());
    chain_ = content_hash(chain_ + *block);
  }
  const auto rest = read(hashed_, end);
  if (!rest) return fail(rest.error());
  return content_hash(chain_ + *rest);
}

Result<std::string> FileMark::read(std::uint64_t begin, std::uint64_t end) const {
  std::string bytes(end - begin, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const auto count = ::pread(file_.get(), bytes.data() + filled, bytes.size() - filled,
                               static_cast<off_t>(begin + filled));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail(system_error("cannot read", path_));
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace kb::tickets
