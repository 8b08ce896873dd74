// Addresses that no stranger's webhook may name: this machine, the network that it stands in, and
// what stands for either.
//
//   is_private_address("10.1.2.3")                  // true: RFC 1918
//   is_private_address("::ffff:169.254.169.254")    // true: a cloud's own, in IPv6's clothes
//   is_private_address("203.0.113.7")               // false
//
// Asked of the address that a socket is about to connect to, not of a name, which may lead
// elsewhere a second later. What is no address counts as private. Pure, thread-safe.

#pragma once

#include <string_view>

struct sockaddr;

namespace kb {

bool is_private_address(std::string_view address);
bool is_private_address(const sockaddr& address);

}  // namespace kb
