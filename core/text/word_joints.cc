#include "core/text/word_joints.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace kb::text {
namespace {

struct Letter {
  UChar32 code;
  std::uint32_t begin;
  std::uint32_t end;
};
using LetterRow = std::vector<Letter>;

LetterRow letters_of(std::string_view text) {
  LetterRow letters;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const auto begin = static_cast<std::uint32_t>(i);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    letters.push_back({c, begin, static_cast<std::uint32_t>(i)});
  }
  return letters;
}

bool is_apostrophe(UChar32 c) {
  return c == u'\'' || c == 0x2019;
}

// French words that only look like an article and a noun.
bool is_one_word(std::string_view word) {
  constexpr std::array kWords = {std::string_view("ujourd"), std::string_view("rud")};
  return std::any_of(kWords.begin(), kWords.end(), [word](std::string_view rest) {
    return word.size() > rest.size() + 1 && word.substr(1, rest.size()) == rest;
  });
}

// A sign that is no part of any piece.
bool separates(const LetterRow& word, std::size_t at, bool elides) {
  const UChar32 c = word[at].code;
  if (c == u'_' || c == u'@') return true;
  if (at == 0 || at + 1 == word.size()) return c == u'.';
  if (c == u'.') return !u_isdigit(word[at - 1].code) || !u_isdigit(word[at + 1].code);
  return elides && is_apostrophe(c);
}

// autoRenew, HTTPServer; but not PDFs, iPhone: a piece has two letters at least.
bool begins_hump(const LetterRow& word, std::size_t at, std::size_t piece) {
  if (at < piece + 2 || at + 1 >= word.size() || !u_isupper(word[at].code)) return false;
  if (u_islower(word[at - 1].code)) return u_isalpha(word[at + 1].code) != 0;
  const bool ends_capitals = u_isupper(word[at - 1].code) && u_islower(word[at + 1].code);
  return ends_capitals && at + 2 < word.size() && u_islower(word[at + 2].code);
}

bool is_without_spaces(UChar32 c) {
  return (c >= 0x0E00 && c <= 0x0FFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0x2E80 && (c < 0xFF01 || c > 0xFF5E));
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text, bool elides) {
  const bool whole = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
  if (whole) return {};
  const LetterRow word = letters_of(text);
  const bool elision = elides && !is_one_word(text);
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) pieces.push_back({word[begin].begin, word[end - 1].end});
  };
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (separates(word, i, elision)) {
      close(i);
      begin = i + 1;
    } else if (begins_hump(word, i, begin)) {
      close(i);
      begin = i;
    }
  }
  if (begin == 0) return {};
  close(word.size());
  return pieces;
}

bool is_joint(std::string_view between) {
  if (between.size() == 1)
    return std::string_view("-._@").find(between[0]) != std::string_view::npos;
  return between == "\u2010" || between == "\u2011" || between == "\uFF0D";  // hyphens
}

bool may_be_joined(std::string_view text) {
  const LetterRow word = letters_of(text);
  return std::none_of(word.begin(), word.end(),
                      [](const Letter& letter) { return is_without_spaces(letter.code); });
}

}  // namespace kb::text
