#include "server/coverage/translation_draft.h"

#include "tests/server/coverage/coverage_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class TranslationDraft : public CoverageFixture {};

TEST_F(TranslationDraft, IsTheOriginalToBeWrittenAnew) {
  const auto draft = get(translation_draft_path("en", "orders/late", "pl"), mihai);
  EXPECT_EQ(draft.status, 200);
  EXPECT_EQ(draft.content_type, "text/markdown; charset=utf-8");
  EXPECT_THAT(header(draft, "Content-Disposition"), HasSubstr("UTF-8''late.md"));
  EXPECT_EQ(draft.cache_control, "no-store");
  EXPECT_THAT(draft.body, HasSubstr("draft: true"));
  EXPECT_THAT(draft.body, HasSubstr("source_revision:"));
  EXPECT_THAT(draft.body, HasSubstr("We look for it."));
}

TEST_F(TranslationDraft, NeedsAnOriginalAndALanguage) {
  EXPECT_EQ(get(translation_draft_path("en", "gone", "pl"), mihai).status, 404);
  EXPECT_EQ(get(translation_draft_path("pl", "orders/late", "en"), mihai).status, 404);
  EXPECT_EQ(get(translation_draft_path("en", "orders/late", "no such"), mihai).status, 404);
  EXPECT_EQ(get("/writer/translations/draft", mihai).status, 404);
}

}  // namespace
}  // namespace kb
