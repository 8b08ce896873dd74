#include "core/store/store_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <string>

#include "core/base/durable_file.h"

namespace kb::store {
namespace {

// "4711 kb-server" -> "process 4711 (kb-server)"
std::string holder_of(int lock) {
  std::array<char, 128> bytes{};
  const auto size = ::pread(lock, bytes.data(), bytes.size(), 0);
  const std::string text(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const auto space = text.find(' ');
  if (space == std::string::npos) return "another process";
  const auto end = text.find('\n');
  return "process " + text.substr(0, space) + " (" + text.substr(space + 1, end - space - 1) + ")";
}

}  // namespace

Result<StoreLock> StoreLock::take(const std::filesystem::path& database) {
  std::filesystem::path path = database;
  path += ".lock";
  FileDescriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!file) return fail(system_error("cannot lock the store", path));
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return fail(system_error("cannot lock the store", path));
    return fail("the store is in use by " + holder_of(file.get()), database.string(),
                "stop it, or let it make the change");
  }
  const std::string holder =
      std::to_string(::getpid()) + ' ' + program_invocation_short_name + '\n';
  if (::ftruncate(file.get(), 0) != 0) return fail(system_error("cannot lock the store", path));
  if (auto written = write_all(file.get(), holder, path); !written) return fail(written.error());
  return StoreLock(std::move(file));
}

}  // namespace kb::store
