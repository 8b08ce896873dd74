#include "core/redact/known_names.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

std::size_t found(const KnownNames& names, std::string_view text) {
  Candidates candidates;
  names.find(Scan(text, "en"), candidates);
  return candidates.size();
}

TEST(KnownNames, AreFoundWhereNothingAnnouncesThem) {
  KnownNames names;
  names.add("Anna Kowalska");
  names.add("Will Hale");
  EXPECT_EQ(found(names, "I spoke to Anna, then to ANNA KOWALSKA"), 2U);
  EXPECT_EQ(found(names, "Will it work?"), 0U);
  EXPECT_EQ(found(names, "Will Hale said so"), 1U);
  EXPECT_EQ(found(names, "the Kowalska Ltd parcel"), 0U) << "a company";
  EXPECT_EQ(found(KnownNames(), "Anna"), 0U);
}

TEST(KnownNames, PartsOfANameAreOnePerson) {
  EXPECT_TRUE(KnownNames::same_person("anna", "anna kowalska"));
  EXPECT_FALSE(KnownNames::same_person("anna nowak", "anna kowalska"));
}

}  // namespace
}  // namespace kb::redact
