#include "core/article/translation.h"

#include <gtest/gtest.h>

#include "core/base/date.h"

namespace kb {
namespace {

std::optional<Time> day(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return *parse_time(std::string(text));
}

constexpr std::uint64_t kRevision = 0x0123456789abcdef;

struct Case {
  std::string_view original_updated, translation_updated, source_revision;
  bool stale;
};
class Translation : public testing::TestWithParam<Case> {};

TEST_P(Translation, IsStaleWhenItsOriginalHasMovedOn) {
  const Case& row = GetParam();
  EXPECT_EQ(is_stale({day(row.original_updated), kRevision, {}},
                     {day(row.translation_updated), 1, row.source_revision}),
            row.stale);
}

INSTANTIATE_TEST_SUITE_P(Cases, Translation,
                         testing::Values(Case{"2026-04-02", "2026-03-01", "", true},
                                         Case{"2026-04-02", "2026-04-02", "", false},
                                         Case{"", "2026-03-01", "", false},
                                         Case{"2026-04-02", "", "", false},
                                         // What it says of itself counts more than its own date.
                                         Case{"2026-04-02", "2026-05-01", "2025-11-03", true},
                                         Case{"2026-04-02", "2026-03-01", "2026-04-02", false},
                                         Case{"2026-04-02", "2026-05-01", "2026-06-01", false},
                                         // A revision, by its first digits.
                                         Case{"2026-04-02", "2026-03-01", "0123456", false},
                                         Case{"2026-04-02", "2026-05-01", "0123457", true},
                                         Case{"2026-04-02", "2026-05-01", "012", true},
                                         Case{"", "", "2026-06-01", false},
                                         Case{"", "", "fedcba9876", true}));

TEST(RevisionText, IsSixteenDigits) {
  EXPECT_EQ(revision_text(kRevision), "0123456789abcdef");
  EXPECT_EQ(revision_text(1), "0000000000000001");
}

}  // namespace
}  // namespace kb
