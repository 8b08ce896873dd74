// The words of the interface in each language: templates/i18n/{lang}.json, one object of keys and
// ICU message patterns.
//
//   auto texts = Texts::load("templates/i18n");
//   texts->in("pl").format("search.results", {{"count", 12}, {"query", "zwrot"}});
//
// A key that a language lacks is worded in English, with English plurals. Loading fails without
// English, and on malformed JSON or patterns, with file and line; what is wrong in a site's own
// file is a problem told, and the built-in text stays. Thread-safe: never changes.

#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/message.h"

namespace kb::page {

// The words in one language.
class LanguageTexts {
 public:
  LanguageTexts(const text::MessageFormatter* own, const text::MessageFormatter* english)
      : own_(own), english_(english) {}

  const std::string& lang() const { return own_->lang(); }
  bool has(std::string_view key) const { return own_->has(key) || english_->has(key); }
  std::string format(std::string_view key,
                     const text::MessageFormatter::Arguments& arguments = {}) const;

 private:
  const text::MessageFormatter* own_;
  const text::MessageFormatter* english_;
};

class Texts {
 public:
  // Files in `overrides` (which need not exist) replace single keys, or add a language. A key of
  // theirs must be well-formed, have the plural forms of its language and English's placeholders.
  static Result<Texts> load(const std::filesystem::path& folder,
                            const std::filesystem::path& overrides = {});

  // The language in which to word a page of `lang`: itself, its base language ("pt" for "pt-BR"),
  // `default_language`, or English: the first that has texts.
  std::string_view language_for(std::string_view lang, std::string_view default_language) const;

  // In `lang`, which must be one that language_for answers; anything else is English.
  LanguageTexts in(std::string_view lang) const;

  const std::vector<Error>& problems() const { return problems_; }  // of the files in `overrides`

  const std::map<std::string, text::MessageFormatter, std::less<>>& languages() const {
    return languages_;
  }

 private:
  std::map<std::string, text::MessageFormatter, std::less<>> languages_;
  std::vector<Error> problems_;
};

}  // namespace kb::page
