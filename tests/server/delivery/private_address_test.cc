#include "server/delivery/private_address.h"

#include <gtest/gtest.h>
#include <netinet/in.h>

namespace kb {
namespace {

class PrivateAddress : public testing::TestWithParam<const char*> {};
TEST_P(PrivateAddress, IsRefused) {
  EXPECT_TRUE(is_private_address(GetParam()));
}
INSTANTIATE_TEST_SUITE_P(V4, PrivateAddress,
                         testing::Values("0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255",
                                         "100.64.0.1", "100.127.255.255", "127.0.0.1",
                                         "127.255.0.1", "169.254.169.254", "172.16.0.1",
                                         "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.18.0.1",
                                         "198.19.255.255", "224.0.0.1", "239.255.255.255",
                                         "240.0.0.1", "255.255.255.255"));
INSTANTIATE_TEST_SUITE_P(V6, PrivateAddress,
                         testing::Values("::", "::1", "::10.0.0.1", "fc00::1", "fdff::1", "fe80::1",
                                         "febf::1", "fec0::1", "ff02::1", "100::1"));
// An IPv4 address inside one of IPv6 reaches the same machine.
INSTANTIATE_TEST_SUITE_P(Wrapped, PrivateAddress,
                         testing::Values("::ffff:127.0.0.1", "::ffff:a9fe:a9fe",
                                         "::ffff:0:10.0.0.1", "64:ff9b::192.168.0.1",
                                         "64:ff9b:1::8.8.8.8", "2002:7f00:1::1",
                                         "2002:c0a8:0101::", "2001:0:53aa::1"));
INSTANTIATE_TEST_SUITE_P(NoAddress, PrivateAddress,
                         testing::Values("", "localhost", "127.1", "0x7f.0.0.1", "1.2.3.4.5",
                                         "[::1]", "fe80::1%lo"));

class PublicAddress : public testing::TestWithParam<const char*> {};
TEST_P(PublicAddress, IsNot) {
  EXPECT_FALSE(is_private_address(GetParam()));
}
INSTANTIATE_TEST_SUITE_P(Ours, PublicAddress,
                         testing::Values("1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255",
                                         "100.128.0.0", "126.0.0.1", "128.0.0.1", "169.253.0.1",
                                         "172.15.255.255", "172.32.0.1", "192.167.0.1",
                                         "192.169.0.1", "198.20.0.1", "203.0.113.7",
                                         "223.255.255.255", "2606:4700::1", "2001:db8::1",
                                         "::ffff:203.0.113.7", "64:ff9b::203.0.113.7",
                                         "2002:cb00:7107::1"));

TEST(PrivateAddress, IsReadFromASocketsAddress) {
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_addr.s_addr = htonl(0x0A000001);
  EXPECT_TRUE(is_private_address(reinterpret_cast<const sockaddr&>(v4)));
  v4.sin_addr.s_addr = htonl(0xCB007107);
  EXPECT_FALSE(is_private_address(reinterpret_cast<const sockaddr&>(v4)));

  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  v6.sin6_addr = in6addr_loopback;
  EXPECT_TRUE(is_private_address(reinterpret_cast<const sockaddr&>(v6)));

  sockaddr other{};
  other.sa_family = AF_UNIX;
  EXPECT_TRUE(is_private_address(other));
}

}  // namespace
}  // namespace kb
