#include "core/redact/network_address.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class NetworkAddresses : public testing::TestWithParam<Case> {};

TEST_P(NetworkAddresses, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, NetworkAddresses,
    testing::Values(Case{"en", "203.0.113.9:80", "ip:203.0.113.9"},
                    Case{"en", "10.0.0.5", "ip:10.0.0.5"}, Case{"en", "version 203.0.113.9", ""},
                    Case{"en", "1.2.3.4", ""}, Case{"en", "ip 1.2.3.4", "ip:1.2.3.4"},
                    Case{"en", "1.203.0.113.9", ""}, Case{"en", "256.1.1.1", ""},
                    Case{"en", "127.0.0.1", ""}, Case{"en", "255.255.255.0", ""},
                    Case{"en", "2001:db8::1", "ip:2001:db8::1"}, Case{"en", "12:30:45", ""},
                    Case{"en", "add::bad std::vector", ""},
                    Case{"en", "001a.2b3c.4d5e", "mac:001a.2b3c.4d5e"},
                    Case{"en", "00:1A:2B:3C:4D:5E:6F", ""}, Case{"en", "20:26:11:22:19:28", ""}));

}  // namespace
}  // namespace kb::redact
