// A draft as a git branch with one commit, for teams that review what they publish.
//
//   auto branch = commit_draft({.folder = "content/articles",
//                               .file = "content/articles/pl/billing/zwrot.md",
//                               .content = text, .branch = "gap/12", .author = "ana",
//                               .message = "Draft: zwrot kosztów"});
//   *branch                 // "gap/12", or "gap/12-2" where there is such a branch already
//
// The working tree and its index stay as they are, whatever is checked out there; the commit comes
// after HEAD. Needs git, a repository around the folder, and a first commit in it: else an Error
// that says which. Takes a tenth of a second. Thread-safe.

#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace kb {

struct BranchDraft {
  std::filesystem::path folder;  // of the drafts; need not be there
  std::filesystem::path file;    // inside it
  std::string content;
  std::string branch;
  std::string author;  // a user's name
  std::string message;
};

Result<std::string> commit_draft(const BranchDraft& draft);

}  // namespace kb
