// Precision and recall by kind over the labelled cases, with the bars that redaction is held to.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Tally {
  int marked = 0, found = 0, right = 0;

  double recall() const { return marked == 0 ? 1 : static_cast<double>(right) / marked; }
  double precision() const { return found == 0 ? 1 : static_cast<double>(right) / found; }
};
using Tallies = std::array<Tally, kKinds>;

Tally& of(Tallies& tallies, Kind kind) {
  return tallies[static_cast<std::size_t>(kind)];
}

bool contains(const std::vector<Finding>& all, const Finding& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_credential(Kind kind) {
  return kind == Kind::password || kind == Kind::token || kind == Kind::url;
}

// Kinds that have a check digit or a form of their own; the others are told by what stands around.
bool has_fixed_form(Kind kind) {
  return kind != Kind::name && kind != Kind::street && kind != Kind::password &&
         kind != Kind::passport;
}

void print_row(const char* name, const Tally& tally) {
  std::printf("%-16s %7d %7d %10.3f %8.3f\n", name, tally.marked, tally.found, tally.precision(),
              tally.recall());
}

class LabelledCases : public testing::Test {
 protected:
  void SetUp() override {
    cases = read_cases(std::string(KB_REDACT_CASES));
    for (const auto& labelled : cases) tally(labelled);
  }

  void tally(const LabelledCase& labelled) {
    const auto found = redactor.find(labelled.text, labelled.lang);
    for (const Finding& mark : labelled.marks) {
      ++of(tallies, mark.kind).marked;
      if (contains(found, mark)) ++of(tallies, mark.kind).right;
    }
    for (const Finding& finding : found) ++of(tallies, finding.kind).found;
    if (found != labelled.marks)
      std::printf("%s: %s\n    found: %s\n", labelled.where.c_str(), labelled.text.c_str(),
                  testing::PrintToString(shown(labelled.text, found)).c_str());
    untouched += labelled.marks.empty();
  }

  Redactor redactor = std::move(*Redactor::create({}));
  std::vector<LabelledCase> cases;
  Tallies tallies{};
  std::size_t untouched = 0;
};

TEST_F(LabelledCases, AreFoundWithThePrecisionAndRecallOfEachKind) {
  ASSERT_GE(cases.size(), 450U);
  EXPECT_GE(untouched * 5, cases.size() * 2) << "near-misses are two fifths of the cases";
  std::printf("%-16s %7s %7s %10s %8s\n", "kind", "marked", "found", "precision", "recall");
  Tally all;
  for (std::size_t i = 0; i < kKinds; ++i) {
    const Tally& tally = tallies[i];
    const auto kind = static_cast<Kind>(i);
    if (tally.marked + tally.found == 0) continue;
    print_row(std::string(kind_name(kind)).c_str(), tally);
    EXPECT_GE(tally.precision(), 0.95) << kind_name(kind);
    if (has_fixed_form(kind)) {
      EXPECT_GE(tally.recall(), 0.98) << kind_name(kind);
    }
    all.marked += tally.marked;
    all.found += tally.found;
    all.right += tally.right;
  }
  print_row("all", all);
}

TEST_F(LabelledCases, LeaveNoCredentialInTheText) {
  for (const auto& labelled : cases) {
    TicketRedaction ticket(redactor, labelled.lang);
    const std::string redacted = ticket.redact(labelled.text);
    for (const Finding& mark : labelled.marks) {
      if (!is_credential(mark.kind)) continue;
      const std::string value = labelled.text.substr(mark.begin, mark.end - mark.begin);
      EXPECT_EQ(redacted.find(value), std::string::npos) << labelled.where << ": " << redacted;
    }
  }
}

TEST_F(LabelledCases, ChangeNothingMoreTheSecondTime) {
  for (const auto& labelled : cases) {
    TicketRedaction once(redactor, labelled.lang), twice(redactor, labelled.lang);
    const std::string redacted = once.redact(labelled.text);
    EXPECT_EQ(twice.redact(redacted), redacted) << labelled.where;
  }
}

}  // namespace
}  // namespace kb::redact
