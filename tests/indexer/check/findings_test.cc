#include "indexer/check/findings.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(Findings, ReadThePlaceOfAProblem) {
  struct Case {
    std::string where, file;
    int line;
  };
  for (const Case& c : {Case{":12", "a.md", 12}, Case{"", "a.md", 1}, Case{"b.md:3", "b.md", 3},
                        Case{"b.md", "b.md", 1}, Case{"b:c.md", "b:c.md", 1},
                        Case{"b.md:0", "b.md:0", 1}, Case{"b:4:5", "b:4", 5}}) {
    Findings findings;
    findings.add(rules::front_matter, {"a.md", 7, "en", "a"}, Error{"What", c.where, "hint"});
    const Finding expected{
        Severity::error, "front-matter", {c.file, c.line, "en", "a"}, "What", "hint"};
    EXPECT_EQ(findings.take(), std::vector<Finding>{expected}) << c.where;
  }
}

TEST(Findings, AreJoined) {
  Findings all, more;
  all.add(rules::expired, {"a.md", 1, {}, {}}, "A", {});
  more.add(rules::markdown, {"b.md", 1, {}, {}}, "B", {});
  all.append(std::move(more));
  const auto taken = all.take();
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(taken[0].severity, Severity::warning);
  EXPECT_EQ(taken[1].rule, "markdown");
}

}  // namespace
}  // namespace kb
