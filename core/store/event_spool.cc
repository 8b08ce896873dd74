#include "core/store/event_spool.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>

#include "core/base/durable_file.h"
#include "core/store/batch_record.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".events";
constexpr std::uintmax_t kSegment = 1024 * 1024;  // bytes after which a new one is begun

std::optional<std::int64_t> number_of(const std::string& name) {
  std::int64_t number = 0;
  const char* end = name.data() + name.size();
  const auto read = std::from_chars(name.data(), end, number);
  if (read.ec != std::errc() || std::string_view(read.ptr, end) != kEnding) return std::nullopt;
  return number;
}

}  // namespace

EventSpool::EventSpool(fs::path folder, std::uintmax_t most_bytes, Problem problem)
    : folder_(std::move(folder)), most_bytes_(most_bytes), problem_(std::move(problem)) {
  find_segments();
}

fs::path EventSpool::path_of(const Segment& segment) const {
  return folder_ / (std::to_string(segment.number) + std::string(kEnding));
}

void EventSpool::tell(const Error& error) const {
  if (problem_) problem_(error);
}

void EventSpool::find_segments() {
  std::error_code error;
  for (fs::directory_iterator file(folder_, error), end; !error && file != end;
       file.increment(error)) {
    const auto number = number_of(file->path().filename());
    std::error_code no_file;
    const auto bytes = file->file_size(no_file);
    if (number && !no_file) segments_.push_back({*number, bytes});
  }
  if (error && error != std::errc::no_such_file_or_directory)
    tell({"cannot look for events that were put aside: " + error.message(), folder_.string(),
          "check the permissions of the folder"});
  std::sort(segments_.begin(), segments_.end(),
            [](const Segment& a, const Segment& b) { return a.number < b.number; });
  for (const Segment& segment : segments_) {
    bytes_ += segment.bytes;
    next_number_ = segment.number + 1;
  }
}

Result<void> EventSpool::append(std::span<const EventBatch> batches) {
  std::string records;
  for (const EventBatch& batch : batches) records += to_record(batch);
  if (records.size() > most_bytes_ - std::min(bytes_, most_bytes_))
    return fail("too many events wait for the store: no more are put aside", folder_.string(),
                "see why the store cannot be written");
  if (!open_)
    if (auto begun = begin_segment(); !begun) return begun;
  Segment& segment = segments_.back();
  const fs::path path = path_of(segment);
  auto written = write_all(open_.get(), records, path);
  if (written && ::fdatasync(open_.get()) != 0) written = fail(system_error("cannot write", path));
  if (!written) {
    // What is there in part must not be followed by anything: it would not be found behind it.
    static_cast<void>(::ftruncate(open_.get(), static_cast<off_t>(segment.bytes)));
    end_segment();
    return written;
  }
  segment.bytes += records.size();
  bytes_ += records.size();
  if (segment.bytes >= kSegment) end_segment();
  return {};
}

Result<void> EventSpool::begin_segment() {
  std::error_code error;
  const bool made = fs::create_directories(folder_, error);
  if (error)
    return fail("cannot make a folder for events: " + error.message(), folder_.string(),
                "check the permissions of the folder that it is in");
  if (made) {
    fs::permissions(folder_, fs::perms::owner_all, error);
    if (auto synced = sync_path(fs::absolute(folder_).parent_path()); !synced) return synced;
  }
  const Segment segment{next_number_, 0};
  const fs::path path = path_of(segment);
  FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file) return fail(system_error("cannot make a file for events", path));
  ++next_number_;
  if (auto synced = sync_path(folder_); !synced) {
    ::unlink(path.c_str());
    return synced;
  }
  open_ = std::move(file);
  segments_.push_back(segment);
  return {};
}

void EventSpool::end_segment() {
  open_ = FileDescriptor();
  if (segments_.back().bytes > 0) return;
  ::unlink(path_of(segments_.back()).c_str());
  segments_.pop_back();
}

Result<std::vector<EventBatch>> EventSpool::oldest() {
  std::vector<EventBatch> batches;
  if (segments_.empty()) return batches;
  if (open_ && segments_.size() == 1) open_ = FileDescriptor();
  const fs::path path = path_of(segments_.front());
  const auto content = read_file(path);
  if (!content) {
    bytes_ -= segments_.front().bytes;
    segments_.pop_front();
    return fail(content.error());
  }
  std::string_view rest = *content;
  while (auto batch = next_record(rest)) batches.push_back(std::move(*batch));
  if (!rest.empty())
    tell({"the last " + std::to_string(rest.size()) + " bytes of events put aside are torn",
          path.string(), "a crash while they were written does that; else check the disk"});
  return batches;
}

void EventSpool::drop_oldest() {
  const fs::path path = path_of(segments_.front());
  // One that stays is read again after the next start, and its batches are known then.
  if (::unlink(path.c_str()) != 0)
    tell(system_error("cannot remove events that are in the store now", path));
  bytes_ -= segments_.front().bytes;
  segments_.pop_front();
}

}  // namespace kb::store
