#include "core/base/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/base/file_descriptor.h"

namespace kb {
namespace {

Result<void> write_and_sync(int fd, std::string_view content, const std::filesystem::path& path) {
  if (auto written = write_all(fd, content, path); !written) return written;
  if (::fsync(fd) != 0) return fail(system_error("cannot sync", path));
  return {};
}

}  // namespace

Error system_error(std::string_view doing, const std::filesystem::path& path) {
  const int code = errno;
  std::string hint;
  if (code == ENOSPC || code == EDQUOT) hint = "free some space and try again";
  if (code == EACCES || code == EPERM || code == EROFS) hint = "check the permissions";
  return {std::string(doing) + ": " + std::strerror(code), path.string(), hint};
}

Result<void> write_all(int fd, std::string_view content, const std::filesystem::path& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail(system_error("cannot write", path));
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<std::string> read_file(const std::filesystem::path& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return fail(system_error("cannot read", path));
  struct stat facts {};
  if (::fstat(file.get(), &facts) != 0) return fail(system_error("cannot read", path));
  // One byte more than the file has, so that a read that fills nothing more tells the end.
  std::string content(static_cast<std::size_t>(facts.st_size) + 1, '\0');
  std::size_t filled = 0;
  for (;;) {
    if (filled == content.size()) content.resize(2 * content.size());
    const ssize_t got = ::read(file.get(), content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(system_error("cannot read", path));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  content.resize(filled);
  return content;
}

Result<void> write_durably(const std::filesystem::path& path, std::string_view content) {
  std::filesystem::path temporary = path;
  temporary += ".tmp" + std::to_string(::gettid());  // of this thread alone, in any process
  {
    const FileDescriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!file) return fail(system_error("cannot write", temporary));
    if (auto written = write_and_sync(file.get(), content, temporary); !written) {
      ::unlink(temporary.c_str());
      return written;
    }
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    const Error error = system_error("cannot replace", path);
    ::unlink(temporary.c_str());
    return fail(error);
  }
  return sync_path(path.has_parent_path() ? path.parent_path() : ".");
}

Result<void> sync_path(const std::filesystem::path& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file || ::fsync(file.get()) != 0) return fail(system_error("cannot sync", path));
  return {};
}

}  // namespace kb
