#include "core/redact/street_address.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class StreetAddresses : public testing::TestWithParam<Case> {};

TEST_P(StreetAddresses, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, StreetAddresses,
    testing::Values(Case{"en", "at 221B Baker Street, Flat 2.", "street:221B Baker Street, Flat 2"},
                    Case{"en", "Baker Street", ""}, Case{"en", "2 street lamps", ""},
                    Case{"de", "Hauptstr. 12 in", "street:Hauptstr. 12"}, Case{"de", "Umweg 3", ""},
                    Case{"en", "via Zoom 12", ""}, Case{"it", "via Roma 12", "street:via Roma 12"},
                    Case{"pl", "ul. 3 Maja 5/7", "street:ul. 3 Maja 5/7"},
                    Case{"pl", "ul. Długa", ""},
                    Case{"ru", "Ленинский проспект, 12", "street:Ленинский проспект, 12"}));

}  // namespace
}  // namespace kb::redact
