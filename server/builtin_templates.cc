#include "server/builtin_templates.h"

namespace kb {

Result<std::filesystem::path> builtin_templates() {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const auto& candidate : {program / "../share/answerwell/templates", fs::path(KB_TEMPLATES)})
    if (fs::exists(candidate / "layout.mustache", error)) return candidate.lexically_normal();
  return fail("the pages' templates are missing", KB_TEMPLATES,
              "install them beside the programs, in ../share/answerwell/templates");
}

}  // namespace kb
