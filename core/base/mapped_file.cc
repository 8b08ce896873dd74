#include "core/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "core/base/durable_file.h"
#include "core/base/file_descriptor.h"

namespace kb {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat facts {};
  if (!file || ::fstat(file.get(), &facts) != 0) return fail(system_error("cannot open", path));
  MappedFile mapped;
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size == 0) return mapped;
  void* start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
  if (start == MAP_FAILED) return fail(system_error("cannot map", path));
  mapped.bytes_ = {static_cast<const char*>(start), size};
  return mapped;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace kb
