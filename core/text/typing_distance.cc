#include "core/text/typing_distance.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "core/text/keyboard.h"

namespace kb::text {
namespace {

constexpr double kSlip = 1.0;
constexpr double kSwapped = 0.8;
constexpr double kNeighbour = 0.8;
constexpr double kDoubled = 0.7;
constexpr double kDiacritic = 0.3;
constexpr double kFirstLetter = 0.3;  // on top
constexpr double kCheapestShift = kDoubled;

constexpr std::size_t kShortWord = 64;
constexpr double kUnreachable = 1e9;

// A letter without its marks, from a table: this is asked for each pair of letters.
class BareLetters {
 public:
  BareLetters() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFDInstance(status);
    for (std::size_t i = 0; i < bare_.size(); ++i) {
      icu::UnicodeString parts;
      const auto letter = static_cast<UChar32>(i);
      const bool composed = U_SUCCESS(status) && form->getDecomposition(letter, parts);
      bare_[i] = composed ? parts.charAt(0) : static_cast<char16_t>(i);
    }
    for (const auto& [letter, plain] : {std::pair(u'ł', u'l'), std::pair(u'ø', u'o'),
                                        std::pair(u'đ', u'd'), std::pair(u'ı', u'i')})
      bare_[letter] = plain;
  }

  char32_t of(char32_t letter) const { return letter < bare_.size() ? bare_[letter] : letter; }

 private:
  std::array<char16_t, 0x2000> bare_{};  // up to the end of Latin and Greek
};

const BareLetters& bare_letters() {
  static const BareLetters bare;
  return bare;
}

double replacement(char32_t typed, char32_t meant, const BareLetters& bare) {
  if (typed == meant) return 0;
  if (bare.of(typed) == bare.of(meant)) return kDiacritic;
  return are_neighbours(typed, meant) ? kNeighbour : kSlip;
}

// One letter too many or too few at `at` of `word`.
double extra(std::u32string_view word, std::size_t at) {
  if (at == 0) return kSlip + kFirstLetter;
  return word[at] == word[at - 1] ? kDoubled : kSlip;
}

// The distances of a beginning of the typed word from all beginnings of the meant one. Three rows
// are enough: a transposition looks two back.
struct Rows {
  double* before_last;
  double* last;
  double* current;

  void next() {
    double* const free = before_last;
    before_last = last;
    last = current;
    current = free;
  }
};

// Which letters a word has, as bits; letters may share one.
std::uint32_t letter_bits(std::u32string_view word, const BareLetters& bare) {
  std::uint32_t letters = 0;
  for (const char32_t letter : word) letters |= 1U << (bare.of(letter) % 32);
  return letters;
}

// No slip changes more letters for its cost than one that puts a neighbour's in the place of
// another: two.
double least_distance(std::u32string_view typed, std::u32string_view meant) {
  const auto& bare = bare_letters();
  return std::popcount(letter_bits(typed, bare) ^ letter_bits(meant, bare)) * (kNeighbour / 2);
}

// Cells above `most` lead nowhere; they may hold anything above it.
double distance_in(Rows rows, std::u32string_view typed, std::u32string_view meant, double most) {
  const auto& bare = bare_letters();
  const auto width = meant.size();
  // How far the beginnings may differ in length, so that neither the way there nor the way on to
  // the whole words takes too many letters away or in.
  const auto longest = static_cast<double>(typed.size() + width);
  const auto shifts = static_cast<std::size_t>(std::min(most / kCheapestShift, longest));
  const auto fewer = (shifts + typed.size() - std::min(shifts + typed.size(), width)) / 2;
  const auto more = (shifts + width - std::min(shifts + width, typed.size())) / 2;
  rows.current[0] = 0;
  for (std::size_t j = 1; j <= width; ++j)
    rows.current[j] = rows.current[j - 1] + extra(meant, j - 1);
  std::fill_n(rows.last, width + 1, kUnreachable);
  std::fill_n(rows.before_last, width + 1, kUnreachable);
  double least_before = 0;
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    rows.next();
    const std::size_t from = i > fewer ? i - fewer : 0;
    const std::size_t to = std::min(width, i + more);
    const double one_more = extra(typed, i - 1);
    double least = kUnreachable;
    if (from > 0) rows.current[from - 1] = kUnreachable;
    if (to < width) rows.current[to + 1] = kUnreachable;
    for (std::size_t j = from; j <= to; ++j) {
      double best = rows.last[j] + one_more;
      if (j > 0) {
        best = std::min(best, rows.current[j - 1] + extra(meant, j - 1));
        if (rows.last[j - 1] <= most) {
          double replaced = replacement(typed[i - 1], meant[j - 1], bare);
          if (i == 1 && j == 1 && replaced > kDiacritic) replaced += kFirstLetter;
          best = std::min(best, rows.last[j - 1] + replaced);
        }
      }
      if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]) {
        const double first = i == 2 && j == 2 ? kFirstLetter : 0;
        best = std::min(best, rows.before_last[j - 2] + kSwapped + first);
      }
      rows.current[j] = best;
      least = std::min(least, best);
    }
    if (least > most && least_before + kSwapped > most) return most + 1;
    least_before = least;
  }
  return rows.current[width] <= most ? rows.current[width] : most + 1;
}

}  // namespace

double typing_distance(std::u32string_view typed, std::u32string_view meant, double most) {
  if (!(most >= 0)) return most + 1;
  const auto apart =
      typed.size() > meant.size() ? typed.size() - meant.size() : meant.size() - typed.size();
  if (static_cast<double>(apart) * kCheapestShift > most) return most + 1;
  if (least_distance(typed, meant) > most) return most + 1;
  const std::size_t width = meant.size() + 1;
  if (width <= kShortWord + 1) {
    std::array<double, 3 * (kShortWord + 1)> cells;
    return distance_in({&cells[0], &cells[width], &cells[2 * width]}, typed, meant, most);
  }
  std::vector<double> cells(3 * width);
  return distance_in({&cells[0], &cells[width], &cells[2 * width]}, typed, meant, most);
}

}  // namespace kb::text
