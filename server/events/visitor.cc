#include "server/events/visitor.h"

#include <charconv>
#include <limits>
#include <string>

#include "core/base/secrets.h"

namespace kb {

std::int64_t visitor_number(std::string_view salt, std::string_view address,
                            std::string_view user_agent) {
  std::string who(address);
  who.append("\n").append(user_agent);
  const std::string hash = keyed_hash(salt, who);
  std::uint64_t number = 0;
  std::from_chars(hash.data(), hash.data() + 16, number, 16);
  number &= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  return number == 0 ? 1 : static_cast<std::int64_t>(number);
}

bool asks_not_to_be_tracked(const http::Request& request) {
  return request.header("DNT") == "1" || request.header("Sec-GPC") == "1";
}

}  // namespace kb
