// Where the pages' templates, texts and assets are that come with the programs.
//
//   auto folder = builtin_templates();      // /usr/local/share/answerwell/templates
//
// Installed beside the programs, or the source tree's own: the first of them that is there. Neither
// is an Error. Thread-safe.

#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace kb {

Result<std::filesystem::path> builtin_templates();

}  // namespace kb
