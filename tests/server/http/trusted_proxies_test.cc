#include "server/http/trusted_proxies.h"

#include <gtest/gtest.h>

namespace kb::http {
namespace {

TEST(TrustedProxies, NamesTheMalformedNetwork) {
  for (const char* bad : {"", "10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/8x",
                          "10.0.0.0/-1", "localhost", "::1/64/2"}) {
    const auto proxies = TrustedProxies::parse({"127.0.0.1", bad});
    ASSERT_FALSE(proxies) << bad;
    EXPECT_EQ(proxies.error().what, "trusted proxy is not a network: '" + std::string(bad) + "'");
  }
}

struct TrustCase {
  const char *network, *address;
  bool trusted;
};
class Trust : public testing::TestWithParam<TrustCase> {};

TEST_P(Trust, FollowsThePrefix) {
  const auto& [network, address, trusted] = GetParam();
  EXPECT_EQ(TrustedProxies::parse({network})->trusts(address), trusted) << network << address;
}

INSTANTIATE_TEST_SUITE_P(Networks, Trust,
                         testing::Values(TrustCase{"10.0.0.0/8", "10.255.0.1", true},
                                         TrustCase{"10.0.0.0/8", "11.0.0.1", false},
                                         TrustCase{"192.0.2.128/25", "192.0.2.127", false},
                                         TrustCase{"192.0.2.128/25", "192.0.2.200", true},
                                         TrustCase{"192.0.2.1", "192.0.2.1", true},
                                         TrustCase{"192.0.2.1", "::ffff:192.0.2.1", true},
                                         TrustCase{"0.0.0.0/0", "203.0.113.9", true},
                                         TrustCase{"0.0.0.0/0", "2001:db8::1", false},
                                         TrustCase{"2001:db8::/33", "2001:db8:7fff::1", true},
                                         TrustCase{"2001:db8::/33", "2001:db8:8000::1", false},
                                         TrustCase{"::/0", "2001:db8::1", true},
                                         TrustCase{"10.0.0.0/8", "unix:", false}));

struct ClientCase {
  const char *peer, *forwarded_for, *client;
};
class ClientAddress : public testing::TestWithParam<ClientCase> {};

TEST_P(ClientAddress, IsTheRightMostUntrustedHop) {
  const auto proxies = TrustedProxies::parse({"127.0.0.1", "10.0.0.0/8", "fd00::/8"});
  const auto& [peer, forwarded_for, client] = GetParam();
  EXPECT_EQ(proxies->client_of(peer, {forwarded_for}), client);
}

INSTANTIATE_TEST_SUITE_P(
    Hops, ClientAddress,
    testing::Values(ClientCase{"127.0.0.1", "", "127.0.0.1"},
                    ClientCase{"127.0.0.1", "198.51.100.7", "198.51.100.7"},
                    ClientCase{"127.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"},
                    ClientCase{"127.0.0.1", "6.6.6.6, 198.51.100.7, 10.1.1.1", "198.51.100.7"},
                    ClientCase{"127.0.0.1", "10.2.2.2, 10.1.1.1", "10.2.2.2"},
                    ClientCase{"198.51.100.7", "6.6.6.6", "198.51.100.7"},  // not a proxy of ours
                    ClientCase{"127.0.0.1", "6.6.6.6, nonsense", "127.0.0.1"},
                    ClientCase{"127.0.0.1", "6.6.6.6, nonsense, 10.1.1.1", "10.1.1.1"},
                    ClientCase{"127.0.0.1", "198.51.100.7:4711", "198.51.100.7"},
                    ClientCase{"127.0.0.1", "[2001:DB8:0::1]:4711", "2001:db8::1"},
                    ClientCase{"fd00::1", "2001:db8::1", "2001:db8::1"},
                    ClientCase{"127.0.0.1", "[", "127.0.0.1"},
                    ClientCase{"127.0.0.1", "::ffff:198.51.100.7", "198.51.100.7"}));

TEST(ClientAddressOfSeveralFields, ReadsThemAsOneList) {
  const auto proxies = TrustedProxies::parse({"127.0.0.1", "10.0.0.0/8"});
  EXPECT_EQ(proxies->client_of("127.0.0.1", {"6.6.6.6", "198.51.100.7, 10.1.1.1"}), "198.51.100.7");
}

}  // namespace
}  // namespace kb::http
