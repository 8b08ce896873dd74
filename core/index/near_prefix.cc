#include "core/index/near_prefix.h"

#include <algorithm>

#include "core/text/keyboard.h"

namespace kb::index {
namespace {

constexpr double kSlip = 1.0;
constexpr double kSwapped = 0.8;
constexpr double kNeighbour = 0.8;
constexpr double kDoubled = 0.7;
constexpr double kFirstLetter = 0.3;  // on top: few get it wrong

double replacement(char32_t typed, char32_t meant) {
  if (typed == meant) return 0;
  return text::are_neighbours(typed, meant) ? kNeighbour : kSlip;
}

// The letter at `at` of valid UTF-8, and moves on.
char32_t next_letter(std::string_view text, std::size_t& at) {
  const auto byte = [&] { return static_cast<unsigned char>(text[at++]); };
  const char32_t lead = byte();
  if (lead < 0x80) return lead;
  int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t letter = lead & (0x3FU >> more);
  for (; more > 0 && at < text.size(); --more) letter = (letter << 6) | (byte() & 0x3FU);
  return letter;
}

// The distances of all beginnings of the typed text from the first letters of a word: a row for
// each letter of that word, the first for none.
class Rows {
 public:
  explicit Rows(std::u32string_view typed) : typed_(typed), width_(typed.size() + 1) {
    letters_.push_back(0);
    cells_.push_back(0);
    for (std::size_t j = 1; j < width_; ++j) cells_.push_back(cells_.back() + extra_typed(j - 1));
    best_.push_back(cells_.back());
    ends_.push_back(0);
  }

  std::size_t depth() const { return best_.size() - 1; }
  double best() const { return best_.back(); }  // of all beginnings of the word so far
  std::size_t bytes() const { return ends_.back(); }

  // Whether more letters could still bring it below `most`, or below what it is already.
  bool can_improve(double most) const {
    const double least =
        std::min(least_of(depth()), depth() > 0 ? least_of(depth() - 1) : most + 1);
    return least <= most && least < best();
  }

  void add(char32_t letter, std::size_t end) {
    const std::size_t i = best_.size();  // how many letters of the word this is
    letters_.push_back(letter);
    ends_.push_back(end);
    cells_.resize(cells_.size() + width_);
    cell(i, 0) = cell(i - 1, 0) + extra_meant(i);
    for (std::size_t j = 1; j < width_; ++j) {
      const double replaced = replacement(typed_[j - 1], letter);
      const double first = i == 1 && j == 1 && replaced > 0 ? kFirstLetter : 0;
      double best =
          std::min({cell(i - 1, j - 1) + replaced + first, cell(i - 1, j) + extra_meant(i),
                    cell(i, j - 1) + extra_typed(j - 1)});
      if (i > 1 && j > 1 && typed_[j - 1] == letters_[i - 1] && typed_[j - 2] == letter)
        best =
            std::min(best, cell(i - 2, j - 2) + kSwapped + (i == 2 && j == 2 ? kFirstLetter : 0));
      cell(i, j) = best;
    }
    best_.push_back(std::min(best_.back(), cell(i, width_ - 1)));
  }

  // Back to the letters that stand in the first `bytes` bytes.
  void keep(std::size_t bytes) {
    while (ends_.back() > bytes) {
      ends_.pop_back();
      letters_.pop_back();
      best_.pop_back();
      cells_.resize(cells_.size() - width_);
    }
  }

 private:
  double& cell(std::size_t i, std::size_t j) { return cells_[i * width_ + j]; }
  double least_of(std::size_t i) const {
    const auto row = cells_.begin() + static_cast<std::ptrdiff_t>(i * width_);
    return *std::min_element(row, row + static_cast<std::ptrdiff_t>(width_));
  }
  double extra_typed(std::size_t at) const {
    if (at == 0) return kSlip + kFirstLetter;
    return typed_[at] == typed_[at - 1] ? kDoubled : kSlip;
  }
  double extra_meant(std::size_t i) const {
    if (i == 1) return kSlip + kFirstLetter;
    return letters_[i] == letters_[i - 1] ? kDoubled : kSlip;
  }

  std::u32string_view typed_;
  std::size_t width_;
  std::vector<char32_t> letters_;
  std::vector<double> cells_;
  std::vector<double> best_;
  std::vector<std::size_t> ends_;  // in bytes of the word
};

std::size_t common_bytes(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(
      std::mismatch(a.begin(),
                    a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())),
                    b.begin())
          .first -
      a.begin());
}

}  // namespace

std::vector<NearWords> near_prefixes(const WordList& words, std::u32string_view typed,
                                     double most) {
  std::vector<NearWords> found;
  if (typed.empty()) return found;
  Rows rows(typed);
  std::string_view before;
  for (std::uint32_t i = 0; i < words.size();) {
    const auto word = words[i];
    rows.keep(common_bytes(before, word));
    before = word;
    std::size_t at = rows.bytes();
    while (at < word.size() && rows.can_improve(most)) {
      const char32_t letter = next_letter(word, at);
      rows.add(letter, at);
    }
    // Left before its end, the word stands for all that begin so.
    const bool whole = rows.can_improve(most);
    const auto branch = words.end_of_prefix(i, word.substr(0, rows.bytes()));
    const auto next = whole ? i + 1 : std::max(i + 1, branch);
    if (rows.best() <= most) found.push_back({{i, next}, rows.best()});
    i = next;
  }
  return found;
}

}  // namespace kb::index
