// Digits written in groups, "4111 1111 1111 1111", read as one number.
//
//   const auto run = digit_run(scan, i, 16, Across::lines);   // from scan.digits[i]: exactly 16
//   run->digits() == "4111111111111111"       run->sizes == {4, 4, 4, 4}
//
// Nothing where no group ends after exactly that many digits. Pure, thread-safe.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/redact/scan.h"

namespace kb::redact {

inline constexpr std::size_t kMostGroups = 10;
inline constexpr std::size_t kMostDigits = 32;
enum class Across { one_line, lines };  // whether a number may be broken at the end of a line

struct DigitRun {
  std::size_t begin = 0, end = 0;
  std::array<char, kMostDigits> all_digits{};
  std::size_t digit_count = 0;
  std::array<std::uint8_t, kMostGroups> group_sizes{};
  std::size_t groups = 0;
  bool tight = false;  // some gap is more than a space

  std::string_view digits() const { return {all_digits.data(), digit_count}; }
  std::span<const std::uint8_t> sizes() const { return {group_sizes.data(), groups}; }
  bool grouped_as(std::initializer_list<int> sizes) const;
};

std::optional<DigitRun> digit_run(const Scan& scan, std::size_t first, std::size_t wanted,
                                  Across across);
// As many whole groups on one line as there are, at most `most` digits.
DigitRun longest_run(const Scan& scan, std::size_t first, std::size_t most);

// Neither part of a longer number nor of a code ("FW-204817", "v12", "12.5").
bool stands_alone(const Scan& scan, std::size_t begin, std::size_t end);
// The same, where a number or a code may follow after a mark ("4111111111111111/04/29").
bool starts_alone(const Scan& scan, std::size_t begin);

// "1 299,00 zł", "$100".
bool is_money(const Scan& scan, std::size_t begin, std::size_t end);

}  // namespace kb::redact
