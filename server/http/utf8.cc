#include "server/http/utf8.h"

#include <cstddef>
#include <cstdint>

namespace kb::http {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

// Length of the well-formed character that `bytes` begins with; 0 if there is none. The ranges of
// the second byte are those of the Unicode Standard's table 3-7.
std::size_t character_length(std::string_view bytes) {
  auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = at(0);
  if (lead < 0x80) return 1;

  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || bytes.size() < length) return 0;

  const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (at(1) < least || at(1) > most) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (!is_continuation(at(i))) return 0;
  }
  return length;
}

std::size_t well_formed_prefix(std::string_view bytes) {
  std::size_t end = 0;
  while (end < bytes.size()) {
    const std::size_t length = character_length(bytes.substr(end));
    if (length == 0) break;
    end += length;
  }
  return end;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  return well_formed_prefix(bytes) == bytes.size();
}

std::string repair_utf8(std::string bytes) {
  std::string_view rest = bytes;
  std::size_t good = well_formed_prefix(rest);
  if (good == bytes.size()) return bytes;

  std::string repaired;
  while (true) {
    repaired.append(rest.substr(0, good));
    if (good == rest.size()) return repaired;
    repaired.append(kReplacement);
    rest.remove_prefix(good + 1);
    good = well_formed_prefix(rest);
  }
}

}  // namespace kb::http
