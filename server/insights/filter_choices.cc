#include "server/insights/filter_choices.h"

#include <algorithm>

#include "core/text/language.h"
#include "core/text/message.h"
#include "server/pages/category_words.h"

namespace kb {

std::vector<page::Choice> language_choices(const StaffRequest& staff, const std::string& chosen,
                                           const page::LanguageTexts& texts) {
  std::vector<std::string> tags;
  if (const auto generation = staff.center.searchers.generation()) tags = generation->languages();
  if (!chosen.empty() && std::ranges::find(tags, chosen) == tags.end()) tags.push_back(chosen);
  std::vector<page::Choice> found;
  for (const auto& tag : tags)
    found.push_back({tag, text::language_name(tag, texts.lang()), tag == chosen});
  return found;
}

std::vector<page::Choice> category_choices(const StaffRequest& staff, const std::string& chosen,
                                           const page::LanguageTexts& texts) {
  std::vector<page::Choice> found;
  const auto generation = staff.center.searchers.generation();
  const auto& config = staff.center.config;
  if (generation) {
    const auto shelves =
        staff.center.shelves.shelves(config, generation, config.site.default_language,
                                     staff.center.audience(), staff.center.clock.now());
    for (const auto& key : shelves->order())
      if (!key.empty())
        found.push_back(
            {key, category_name(config, *generation, key, texts.lang()), key == chosen});
  }
  const bool is_listed = std::ranges::any_of(found, &page::Choice::chosen);
  if (!chosen.empty() && !is_listed) found.push_back({chosen, chosen, true});
  return found;
}

}  // namespace kb
