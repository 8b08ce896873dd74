#include "core/redact/name_span.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

std::string name(std::string_view text) {
  const Scan scan(text, "en");
  const NameSpan span = name_from(scan, 0);
  return std::string(scan.between(span.begin, span.end));
}

TEST(NameSpans, AreCapitalsInARow) {
  EXPECT_EQ(name("Hans-Peter von Stein, hello"), "Hans-Peter von Stein");
  EXPECT_EQ(name("J. Smith wrote"), "J. Smith");
  EXPECT_EQ(name("Anna's lamp"), "Anna");
  EXPECT_EQ(name("O'Connor is"), "O'Connor");
  EXPECT_EQ(name("anna"), "");
  EXPECT_EQ(name("Team Fernway"), "");
  EXPECT_EQ(name("VAT"), "");
}

TEST(NameSpans, OfCompaniesAreTold) {
  EXPECT_TRUE(company_follows(Scan("Rossi S.r.l.", "it"), 5));
  EXPECT_TRUE(company_follows(Scan("Fernway-Team", "de"), 7));
  EXPECT_FALSE(company_follows(Scan("Rossi", "it"), 5));
}

}  // namespace
}  // namespace kb::redact
