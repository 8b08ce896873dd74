#include "core/text/inflected_word.h"

#include "core/text/fold.h"
#include "core/text/normal_form.h"

namespace kb::text {

InflectedWord::InflectedWord(std::string_view word) : letters_(to_utf32(word)) {
  bare_.reserve(letters_.size());
  for (const char32_t& letter : letters_) {
    const auto folded = letter < 0x80 ? std::u32string() : to_utf32(fold(to_utf8({&letter, 1})));
    bare_ += folded.size() == 1 ? folded[0] : letter;
  }
}

bool InflectedWord::ends_with(std::u32string_view ending) const {
  return std::u32string_view(bare_).ends_with(ending);
}

bool InflectedWord::begins_with(std::u32string_view beginning) const {
  return std::u32string_view(bare_).starts_with(beginning);
}

bool InflectedWord::drop(Endings endings, std::size_t least) {
  std::size_t longest = 0;
  for (const auto ending : endings)
    if (ending.size() > longest && size() >= ending.size() + least && ends_with(ending))
      longest = ending.size();
  replace_end(longest, {});
  return longest > 0;
}

bool InflectedWord::drop_beginning(Endings beginnings, std::size_t least) {
  std::size_t longest = 0;
  for (const auto beginning : beginnings)
    if (beginning.size() > longest && size() >= beginning.size() + least && begins_with(beginning))
      longest = beginning.size();
  letters_.erase(0, longest);
  bare_.erase(0, longest);
  return longest > 0;
}

void InflectedWord::replace_end(std::size_t count, std::u32string_view by) {
  letters_.replace(size() - count, count, by);
  bare_.replace(bare_.size() - count, count, by);
}

void InflectedWord::erase(std::size_t at) {
  letters_.erase(at, 1);
  bare_.erase(at, 1);
}

std::string InflectedWord::text() const {
  return to_utf8(letters_);
}

}  // namespace kb::text
