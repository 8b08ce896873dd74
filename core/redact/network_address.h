// Finds IP addresses (both versions) and MAC addresses.
//
//   find_network_addresses(scan, found);   // "203.0.113.77", "2001:db8::1", "00:1A:2B:3C:4D:5E"
//
// Version numbers of four parts, loopback addresses and masks stay: they are nobody's. Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_network_addresses(const Scan& scan, Candidates& found);

}  // namespace kb::redact
