#include "server/gaps/draft_branch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/child_process.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using testing::HasSubstr;

class DraftBranch : public testing::Test {
 protected:
  // What git says in the repository.
  std::string git(const std::string& words) {
    std::string said;
    const auto end = run_child(
        {.program = "/bin/sh",
         .arguments = {"-c", "cd \"$0\" && git -c user.name=t -c user.email=t@t.example " + words,
                       folder_.path().string()}},
        {.out = [&](std::string_view text) { said += text; }});
    EXPECT_TRUE(end && end->exit_status == 0) << words << ": " << said;
    return said;
  }
  void make_repository() {
    git("init --quiet -b main");
    folder_.write("content/en/refund.md", "# Refund\n");
    git("add .");
    git("commit --quiet -m first");
  }

  BranchDraft draft(const std::string& branch = "gap/12") {
    return {.folder = folder_.path() / "content",
            .file = folder_.path() / "content/pl/billing/zwrot.md",
            .content = "---\ndraft: true\n---\n\nTekst.\n",
            .branch = branch,
            .author = "ana",
            .message = "Draft: zwrot kosztów"};
  }

  TemporaryFolder folder_;
};

TEST_F(DraftBranch, HasOneCommitWithTheFile) {
  make_repository();
  folder_.write("content/en/refund.md", "# Refund, being edited\n");
  const auto branch = commit_draft(draft());
  ASSERT_TRUE(branch) << to_line(branch.error());
  EXPECT_EQ(*branch, "gap/12");
  EXPECT_EQ(git("show gap/12:content/pl/billing/zwrot.md"), draft().content);
  EXPECT_EQ(git("log --format='%an %s' main..gap/12"), "ana Draft: zwrot kosztów\n");
  EXPECT_EQ(git("diff --name-only main gap/12"), "content/pl/billing/zwrot.md\n");
  EXPECT_EQ(git("status --porcelain"), " M content/en/refund.md\n") << "untouched, nothing staged";
  EXPECT_EQ(git("branch --show-current"), "main\n");
}

TEST_F(DraftBranch, HasANumberWhereThereIsOneAlready) {
  make_repository();
  EXPECT_EQ(commit_draft(draft()).value_or(""), "gap/12");
  EXPECT_EQ(commit_draft(draft()).value_or(""), "gap/12-2");
}

TEST_F(DraftBranch, MayBeForAFolderThatIsNotThereYet) {
  make_repository();
  auto wanted = draft();
  wanted.folder = folder_.path() / "drafts";
  wanted.file = folder_.path() / "drafts/pl/zwrot.md";
  ASSERT_TRUE(commit_draft(wanted));
  EXPECT_EQ(git("diff --name-only main gap/12"), "drafts/pl/zwrot.md\n");
}

TEST_F(DraftBranch, TellsWhatIsMissing) {
  const auto error = [&](const BranchDraft& wanted) {
    const auto branch = commit_draft(wanted);
    return branch ? "made " + *branch : to_line(branch.error());
  };
  EXPECT_THAT(error(draft()), HasSubstr("make it a git repository"));
  git("init --quiet -b main");
  EXPECT_THAT(error(draft()), HasSubstr("commit something first"));
  make_repository();
  EXPECT_THAT(error(draft("gap..12")), HasSubstr("is no name of a branch: 'gap..12'"));
  auto taken = draft();
  taken.file = folder_.path() / "content/en/refund.md";
  EXPECT_THAT(error(taken), HasSubstr("there is such a file already"));
}

}  // namespace
}  // namespace kb
