#include "core/insights/gaps/asked_texts.h"

#include "core/base/content_hash.h"
#include "core/insights/search_intents.h"

namespace kb::insights {
namespace {

std::uint64_t question_hash(std::string_view lang, std::string_view form) {
  std::string key(lang);
  key += '\n';
  key += form;
  return short_hash(key);
}

// The place of what `is_it` knows, or the free one for it: two with one hash stand side by side.
template <class Numbers, class IsIt>
std::uint64_t place_of(const Numbers& numbers, std::uint64_t hash, const IsIt& is_it) {
  for (;; ++hash) {
    const auto found = numbers.find(hash);
    if (found == numbers.end() || is_it(found->second)) return hash;
  }
}

}  // namespace

std::uint32_t AskedTexts::question(std::string_view lang, std::string_view text) {
  std::string form = query_form(text);
  const auto place = place_of(by_question_, question_hash(lang, form), [&](std::uint32_t number) {
    return questions_[number].text == form && questions_[number].lang == lang;
  });
  const auto next = static_cast<std::uint32_t>(questions_.size());
  const auto [entry, is_new] = by_question_.try_emplace(place, next);
  if (is_new) questions_.push_back({std::string(lang), std::move(form)});
  return entry->second;
}

std::optional<std::uint32_t> AskedTexts::find_question(std::string_view lang,
                                                       std::string_view form) const {
  const auto place = place_of(by_question_, question_hash(lang, form), [&](std::uint32_t number) {
    return questions_[number].text == form && questions_[number].lang == lang;
  });
  const auto found = by_question_.find(place);
  return found == by_question_.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t AskedTexts::article(std::string_view object) {
  return number_of(by_article_, articles_, object);
}

std::uint32_t AskedTexts::ticket(std::string_view key) {
  return number_of(by_ticket_, tickets_, key);
}

std::uint32_t AskedTexts::number_of(Numbers& numbers, std::vector<std::string>& names,
                                    std::string_view name) {
  const auto place = place_of(numbers, short_hash(name),
                              [&](std::uint32_t number) { return names[number] == name; });
  const auto next = static_cast<std::uint32_t>(names.size());
  const auto [entry, is_new] = numbers.try_emplace(place, next);
  if (is_new) names.emplace_back(name);
  return entry->second;
}

}  // namespace kb::insights
