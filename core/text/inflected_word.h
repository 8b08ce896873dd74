// A word whose endings come off one after another: what light stemmers work on.
//
//   InflectedWord word("účtům");
//   word.drop({U"etem", U"um", U"u"}, 3)   // true; word.text() == "účt"
//
// Endings are told without diacritics and fit letters with them, so that a word typed without its
// marks loses the same. Not thread-safe; never fails.

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace kb::text {

class InflectedWord {
 public:
  using Endings = std::initializer_list<std::u32string_view>;

  explicit InflectedWord(std::string_view word);  // case-folded

  std::size_t size() const { return letters_.size(); }
  char32_t bare(std::size_t i) const { return bare_[i]; }
  bool ends_with(std::u32string_view ending) const;
  bool begins_with(std::u32string_view beginning) const;

  // The longest of the endings that the word has goes, where `least` letters are left then.
  bool drop(Endings endings, std::size_t least);
  bool drop_beginning(Endings beginnings, std::size_t least);

  // The last `count` letters become `by`.
  void replace_end(std::size_t count, std::u32string_view by);
  void erase(std::size_t at);

  std::string text() const;

 private:
  std::u32string letters_;
  std::u32string bare_;  // as many as letters_
};

}  // namespace kb::text
