#include "core/index/term_table.h"

#include <algorithm>
#include <cstring>

#include "core/base/content_hash.h"
#include "core/index/hash_search.h"

namespace kb::index {
namespace {

constexpr std::uint64_t kTermTableMagic = 0x31'4D'52'45'54'42'4BULL;  // "KBTERM1"

template <class Number>
void append_number(std::string& out, Number value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class Number>
Number table_number(const char* array, std::size_t i) {
  Number value = 0;
  std::memcpy(&value, array + i * sizeof value, sizeof value);
  return value;
}

}  // namespace

std::string encode_term_table(std::vector<TermCount> counts) {
  std::sort(counts.begin(), counts.end());
  std::string out;
  out.reserve(16 + counts.size() * 12);
  append_number(out, kTermTableMagic);
  append_number(out, static_cast<std::uint64_t>(counts.size()));
  for (const auto& [hash, count] : counts) append_number(out, hash);
  for (const auto& [hash, count] : counts) append_number(out, count);
  return out;
}

Result<TermTable> TermTable::open(std::string_view bytes) {
  const auto damaged =
      fail("the table of terms is damaged", {}, "rebuild with kb-index build --full");
  if (bytes.size() < 16 || table_number<std::uint64_t>(bytes.data(), 0) != kTermTableMagic)
    return damaged;
  const auto size = table_number<std::uint64_t>(bytes.data(), 1);
  if (size > bytes.size() || bytes.size() != 16 + size * 12) return damaged;
  TermTable table;
  table.size_ = static_cast<std::size_t>(size);
  table.hashes_ = bytes.data() + 16;
  table.counts_ = table.hashes_ + table.size_ * sizeof(std::uint64_t);
  return table;
}

std::uint64_t TermTable::hash_at(std::size_t i) const {
  return table_number<std::uint64_t>(hashes_, i);
}

std::uint32_t TermTable::frequency(std::string_view term) const {
  return frequency(short_hash(term));
}

std::uint32_t TermTable::frequency(std::uint64_t wanted) const {
  if (size_ == 0) return 0;
  const auto guess = static_cast<std::size_t>((wanted >> 32) * size_ >> 32);
  const auto at =
      first_not_below(size_, guess, wanted, [this](std::size_t i) { return hash_at(i); });
  return at < size_ && hash_at(at) == wanted ? table_number<std::uint32_t>(counts_, at) : 0;
}

}  // namespace kb::index
