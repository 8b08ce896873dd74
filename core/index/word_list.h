// Distinct words in the order of their bytes, packed into one run of text: numbers for words, and
// all that begin alike next to one another.
//
//   WordList words = WordList::of({"refund", "refuse", "reset"});
//   words.with_prefix("ref")  -> {0, 2}          words.find("reset") -> 2
//
// Bytes of UTF-8 are in the order of their letters. Plain value, thread-safe once made; decode
// fails on damaged bytes.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/index/byte_stream.h"

namespace kb::index {

struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin >= end; }
  bool contains(std::uint32_t word) const { return begin <= word && word < end; }
  bool operator==(const WordRange&) const = default;
};

class WordList {
 public:
  static WordList of(const std::vector<std::string>& sorted);
  static Result<WordList> decode(ByteReader& in);
  void encode(ByteWriter& out) const;

  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  std::string_view operator[](std::uint32_t number) const {
    const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(text_).substr(begin, ends_[number] - begin);
  }

  std::optional<std::uint32_t> find(std::string_view word) const;
  WordRange with_prefix(std::string_view prefix) const;

  // Where the words end that begin with `prefix`, as does the word at `from`.
  std::uint32_t end_of_prefix(std::uint32_t from, std::string_view prefix) const;

 private:
  std::uint32_t lower_bound(std::string_view word) const;

  std::string text_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace kb::index
