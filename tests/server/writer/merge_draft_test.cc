#include "server/writer/merge_draft.h"

#include <gmock/gmock.h>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using testing::HasSubstr;

class MergeDraft : public testing::Test {
 protected:
  MergeDraft() {
    auto& source = config_.sources.emplace_back();
    source.path = folder_.path();
    folder_.write("en/billing/refund.md", "# Refund\n");
  }
  Result<DraftFile> draft(const std::string& id = "billing/refund") const {
    return merge_draft(config_,
                       {.lang = "en",
                        .id = id,
                        .title = "Get a [refund]",
                        .category = "billing",
                        .outline = {{"how-long", "How long", 2}, {"banks", "Banks", 3}}},
                       {.title = "Where is my money?", .question = "Where?", .answer = "Soon."},
                       {.title = {},
                        .updated = Time{},
                        .owner = "ana",
                        .origin = {.ticket = "desk/Nr 7", .asked = 4}},
                       {"Work it in.", "Sections:"});
  }

  TemporaryFolder folder_;
  Config config_;
};

TEST_F(MergeDraft, LiesBesideTheArticle) {
  const auto made = draft();
  ASSERT_TRUE(made) << to_line(made.error());
  EXPECT_EQ(made->folder, folder_.path());
  EXPECT_EQ(made->file, folder_.path() / "en/billing/refund-from-desk-nr-7.md");
}

TEST_F(MergeDraft, HasTheOutlineAndTheAnswer) {
  const auto text = draft()->content;
  EXPECT_THAT(text, HasSubstr("title: \"Get a [refund]: Where is my money?\"\n"));
  EXPECT_THAT(text, HasSubstr("category: \"billing\"\n"));
  EXPECT_THAT(text, HasSubstr("draft: true\nmerge_into: \"en/billing/refund\"\n"));
  EXPECT_THAT(text, HasSubstr("Work it in.\n\n[Get a \\[refund\\]](refund.md)\n\nSections:\n\n"
                              "- [How long](refund.md#how-long)\n"
                              "  - [Banks](refund.md#banks)\n\n"
                              "## Where is my money?\n\n> Where?\n\nSoon.\n"));
}

TEST_F(MergeDraft, NeedsTheArticlesFile) {
  EXPECT_FALSE(draft("billing/gone"));
  EXPECT_FALSE(draft("../refund"));
}

}  // namespace
}  // namespace kb
