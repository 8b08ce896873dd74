#include "core/index/typed_text.h"

#include "core/index/suggestions.h"
#include "core/text/normal_form.h"

namespace kb::index {
namespace {

constexpr std::size_t kLongestTyped = 200;  // bytes
constexpr std::size_t kMostWords = 16;      // the last ones count

}  // namespace

std::string TypedText::run_together() const {
  std::string all;
  for (const auto& word : words) all += word.plain;
  return all;
}

TypedText read_typed(std::string_view text, text::Analyser& analyser) {
  TypedText typed;
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return typed;
  typed.text = text::utf8_prefix(text.substr(begin), kLongestTyped);
  const auto& words = analyser.analyse(typed.text);
  std::size_t end = 0;
  for (std::size_t i = words.size() > kMostWords ? words.size() - kMostWords : 0; i < words.size();
       ++i) {
    const auto& word = words[i];
    typed.words.push_back(
        {suggestion_word(std::string_view(typed.text).substr(word.begin, word.end - word.begin)),
         word.begin});
    end = word.end;
  }
  typed.is_closed = end < typed.text.size();
  return typed;
}

}  // namespace kb::index
