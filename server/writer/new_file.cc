#include "server/writer/new_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/base/durable_file.h"
#include "core/base/secrets.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

bool lies_inside(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  const auto outer = fs::weakly_canonical(fs::absolute(folder, error), error);
  const auto inner = fs::weakly_canonical(fs::absolute(file, error), error);
  if (error) return false;
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

Result<void> make_folders(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return fail("cannot make the folder: " + error.message(), folder.string(),
                "let the server write there");
  return {};
}

// A link takes a name only where it is free, which a rename does not ask.
Result<void> take_name(const fs::path& written, const fs::path& file) {
  if (::link(written.c_str(), file.c_str()) == 0) return {};
  if (errno == EEXIST)
    return fail("there is such a file already", file.string(), "choose another path");
  return fail(system_error("write", file));
}

}  // namespace

Result<void> write_new_file(const fs::path& folder, const fs::path& file,
                            std::string_view content) {
  if (!lies_inside(folder, file))
    return fail("lies outside of " + folder.string(), file.string(), "choose another path");
  if (auto made = make_folders(file.parent_path()); !made) return made;
  const auto written = file.parent_path() / ("." + random_token() + ".new");  // read by no build
  if (auto done = write_durably(written, content); !done) return done;
  auto taken = take_name(written, file);
  std::error_code ignored;  // a hidden file that stays behind is in nobody's way
  fs::remove(written, ignored);
  if (!taken) return taken;
  return sync_path(file.parent_path());
}

}  // namespace kb
