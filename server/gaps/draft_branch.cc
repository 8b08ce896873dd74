#include "server/gaps/draft_branch.h"

#include <cstdlib>
#include <vector>

#include "core/base/durable_file.h"
#include "server/child_process.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kLimit{20};  // for one call of git
constexpr int kNotFound = 127;              // what env says of a missing program
constexpr int kMostOfOneName = 99;

// A folder that goes with the object: for the index that the commit is made from.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code error;
    auto name = (fs::temp_directory_path(error) / "answerwell-draft-XXXXXX").string();
    if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;

  const fs::path& path() const { return path_; }  // empty: it could not be made

 private:
  fs::path path_;
};

fs::path nearest_folder(fs::path folder) {
  std::error_code error;
  folder = fs::absolute(folder, error);
  while (folder.has_relative_path() && !fs::is_directory(folder, error))
    folder = folder.parent_path();
  return folder;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

struct GitAnswer {
  int status = 0;
  std::string out;  // without the line's end
  std::string err;
};

class Git {
 public:
  Git(fs::path folder, const fs::path& index, const std::string& author)
      : folder_(std::move(folder)),
        call_({"GIT_INDEX_FILE=" + index.string(), "GIT_TERMINAL_PROMPT=0", "LC_ALL=C", "git", "-C",
               folder_.string(), "-c", "user.name=" + author, "-c",
               "user.email=answerwell@localhost"}) {}

  Result<GitAnswer> ask(const std::vector<std::string>& arguments) const {
    ChildCommand command{"/usr/bin/env", call_, "install coreutils"};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    GitAnswer answer;
    const auto end = run_child(command, {.out = [&](std::string_view text) { answer.out += text; },
                                         .err = [&](std::string_view text) { answer.err += text; },
                                         .limit = kLimit});
    if (!end) return fail(end.error());
    if (end->took_too_long) return fail("git took too long", folder_.string(), "try once more");
    if (end->exit_status == kNotFound)
      return fail("git is not installed", {},
                  "install it, or take gaps.draft_branch out of kb.yaml");
    answer.status = end->exit_status.value_or(-1);
    while (answer.out.ends_with('\n')) answer.out.pop_back();
    return answer;
  }

  // An Error where git says no.
  Result<std::string> tell(const std::vector<std::string>& arguments,
                           const std::string& hint = "mend it there, then try once more") const {
    auto answer = ask(arguments);
    if (!answer) return fail(answer.error());
    if (answer->status != 0)
      return fail("git " + arguments.front() + ": " + first_line(answer->err), folder_.string(),
                  hint);
    return std::move(answer->out);
  }

  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
  std::vector<std::string> call_;  // of env, up to git's own command
};

// Where the file lies in the repository.
Result<std::string> path_in_repository(const Git& git, const fs::path& file) {
  const auto prefix =
      git.tell({"rev-parse", "--show-prefix"},
               "make it a git repository, or take gaps.draft_branch out of kb.yaml");
  if (!prefix) return fail(prefix.error());
  std::error_code error;
  const auto inside = fs::absolute(file, error)
                          .lexically_normal()
                          .lexically_relative(git.folder().lexically_normal());
  return *prefix + inside.generic_string();
}

Result<std::string> write_blob(const Git& git, const fs::path& scratch,
                               const std::string& content) {
  const auto file = scratch / "draft.md";
  if (auto written = write_durably(file, content); !written) return fail(written.error());
  return git.tell({"hash-object", "-w", "--no-filters", file.string()},
                  "let the server write to the repository");
}

Result<std::string> write_tree(const Git& git, const std::string& head, const std::string& path,
                               const std::string& blob) {
  if (auto read = git.tell({"read-tree", head}); !read) return read;
  if (auto added =
          git.tell({"update-index", "--add", "--cacheinfo", "100644," + blob + "," + path});
      !added)
    return added;
  return git.tell({"write-tree"});
}

Result<std::string> write_commit(const Git& git, const std::string& tree, const std::string& head,
                                 const BranchDraft& draft) {
  return git.tell({"commit-tree", tree, "-p", head, "-m", draft.message});
}

Result<std::string> free_branch(const Git& git, const std::string& wanted) {
  if (auto named = git.tell({"check-ref-format", "--branch", wanted},
                            "correct gaps.draft_branch in kb.yaml");
      !named)
    return fail("is no name of a branch: '" + wanted + "'", "kb.yaml", named.error().hint);
  for (int number = 1; number <= kMostOfOneName; ++number) {
    auto name = number == 1 ? wanted : wanted + "-" + std::to_string(number);
    const auto there = git.ask({"show-ref", "--verify", "--quiet", "refs/heads/" + name});
    if (!there) return fail(there.error());
    if (there->status != 0) return name;
  }
  return fail("there are too many branches of this name", wanted, "delete those that are done");
}

}  // namespace

Result<std::string> commit_draft(const BranchDraft& draft) {
  const ScratchFolder scratch;
  if (scratch.path().empty())
    return fail("cannot make a temporary folder", {}, "let the server write to the system's");
  const Git git(nearest_folder(draft.folder), scratch.path() / "index", draft.author);
  const auto path = path_in_repository(git, draft.file);
  if (!path) return fail(path.error());
  const auto head =
      git.tell({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"}, "commit something first");
  if (!head)
    return fail("the repository has no commit yet", git.folder().string(), head.error().hint);
  const auto there = git.ask({"cat-file", "-e", *head + ":" + *path});
  if (!there) return fail(there.error());
  if (there->status == 0) return fail("there is such a file already", *path, "choose another path");
  auto branch = free_branch(git, draft.branch);
  if (!branch) return branch;
  auto blob = write_blob(git, scratch.path(), draft.content);
  if (!blob) return blob;
  auto tree = write_tree(git, *head, *path, *blob);
  if (!tree) return tree;
  auto commit = write_commit(git, *tree, *head, draft);
  if (!commit) return commit;
  // The empty value: only if there is no such branch yet.
  auto made = git.tell({"update-ref", "refs/heads/" + *branch, *commit, ""});
  if (!made) return made;
  return *branch;
}

}  // namespace kb
