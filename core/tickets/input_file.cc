#include "core/tickets/input_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/base/durable_file.h"

namespace kb::tickets {
namespace {

constexpr std::size_t kBuffer = 256 * 1024;

}  // namespace

Result<InputFile> InputFile::open(const std::filesystem::path& path) {
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return fail(system_error("cannot open", path));
  return InputFile(path, std::move(file));
}

bool InputFile::fill() {
  if (trouble_) return false;
  begin_ += filled_;
  at_ = filled_ = 0;
  buffer_.resize(kBuffer);
  ssize_t count = 0;
  do {
    count = ::pread(file_.get(), buffer_.data(), buffer_.size(), static_cast<off_t>(begin_));
  } while (count < 0 && errno == EINTR);
  if (count < 0) trouble_ = system_error("cannot read", path_);
  if (count <= 0) return false;
  filled_ = static_cast<std::size_t>(count);
  return true;
}

bool InputFile::get_line(std::string& into, std::size_t limit) {
  if (peek() == kEnd) return false;
  std::size_t left = limit;
  while (peek() != kEnd) {
    const char* begin = buffer_.data() + at_;
    const auto* end = static_cast<const char*>(std::memchr(begin, '\n', filled_ - at_));
    const std::size_t length =
        end == nullptr ? filled_ - at_ : static_cast<std::size_t>(end - begin);
    const std::size_t kept = std::min(length, left);
    into.append(begin, kept);
    left -= kept;
    at_ += length;
    if (end == nullptr) continue;
    get();
    break;
  }
  if (into.ends_with('\r')) into.pop_back();
  return true;
}

void InputFile::seek(Position to) {
  line_ = to.line;
  if (to.byte >= begin_ && to.byte <= begin_ + filled_) {
    at_ = to.byte - begin_;
    return;
  }
  begin_ = to.byte;
  at_ = filled_ = 0;
}

std::string InputFile::where(std::uint64_t line) const {
  return path_.string() + ":" + std::to_string(line);
}

}  // namespace kb::tickets
