// Text as every store takes it: UTF-8 without zero bytes.
//
//   storable("zwrot\xff")       // "zwrot\uFFFD"
//
// PostgreSQL refuses anything else, and with it the whole transaction. What is well-formed stays as
// it is. Pure, thread-safe.

#pragma once

#include <string>

namespace kb::store {

std::string storable(std::string text);

}  // namespace kb::store
