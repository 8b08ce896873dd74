#include "core/article/translation.h"

#include <cstdio>

#include "core/base/date.h"

namespace kb {
namespace {

constexpr std::size_t kEnoughDigits = 7;

}  // namespace

std::string revision_text(std::uint64_t revision) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(revision));
  return digits;
}

bool is_stale(const TextVersion& original, const TextVersion& translation) {
  const auto& source = translation.source_revision;
  if (source.empty())
    return original.updated && translation.updated && *translation.updated < *original.updated;
  if (source.size() >= kEnoughDigits && revision_text(original.revision).starts_with(source))
    return false;
  const auto date = parse_time(source);
  if (!date) return true;
  return original.updated && *date < *original.updated;
}

}  // namespace kb
