#include "indexer/check/translation_rules.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/article/translation.h"
#include "core/base/date.h"
#include "core/text/message.h"

namespace kb {
namespace {

constexpr std::size_t kRevisionDigits = 12;

TextVersion version_of(const CheckedArticle& article) {
  return {article.facts().updated, article.revision, article.facts().source_revision};
}

bool is_published(const CheckedArticle& article) {
  return article.reach == Reach::everyone || article.reach == Reach::agents;
}

// Answers are given in the language of the question; nobody expects them in all the others.
bool is_answer(const CheckedArticle& article) {
  return article.file->kind == Kind::answer;
}

// What a translation writes that was made from the original as it is now.
std::string source_revision_of(const CheckedArticle& original) {
  const auto& updated = original.facts().updated;
  if (!updated) return revision_text(original.revision).substr(0, kRevisionDigits);
  const std::string day = iso_date(*updated);
  return parse_time(day) == *updated ? day : iso_time(*updated);
}

// Where the text in another language would lie, by the source's own layout.
std::string file_of(const Config& config, const CheckedArticle& original, const std::string& lang) {
  const auto& source = config.sources[original.file->source];
  for (std::string path : source.layout) {
    const auto put = [&](std::string_view name, const std::string& value) {
      const auto at = path.find(name);
      if (at != std::string::npos) path.replace(at, name.size(), value);
      return at != std::string::npos;
    };
    if (put("{lang}", lang) && put("{path}", original.id())) return (source.path / path).string();
  }
  return lang + "/" + original.id();
}

class TranslationCheck {
 public:
  TranslationCheck(const CheckedSite& site, Findings& findings)
      : site_(site), default_language_(site.config().site.default_language), findings_(findings) {
    for (const auto& lang : site.languages()) names_[lang] = text::language_name(lang, "en");
  }

  void check(const CheckedArticle& article) {
    if (article.lang() == default_language_)
      check_languages_of(article);
    else if (const auto* original = site_.original_of(article.id()))
      check_age(*original, article);
    else
      check_need_of_original(article);
  }

 private:
  void check_languages_of(const CheckedArticle& original) {
    if (!is_published(original) || is_answer(original)) return;
    for (const auto& lang : site_.languages()) {
      if (lang == default_language_ || site_.find(lang, original.id())) continue;
      Place place = original.place(1);
      place.lang = lang;
      findings_.add(rules::missing_translation, std::move(place),
                    "is not translated into " + names_[lang],
                    "write " + file_of(site_.config(), original, lang));
    }
  }

  void check_need_of_original(const CheckedArticle& article) {
    if (!is_published(article) || is_answer(article)) return;
    const std::string& original_language = names_[default_language_];
    findings_.add(rules::orphaned_translation, article.place(1),
                  "has no original in " + original_language,
                  "fine if it is for readers of " + names_[article.lang()] + " alone");
  }

  void check_age(const CheckedArticle& original, const CheckedArticle& translation) {
    if (!original.readable || !translation.readable) return;
    if (!is_stale(version_of(original), version_of(translation))) return;
    const auto& front = translation.front;
    const auto* key = front.facts.source_revision.empty() ? "updated" : "source_revision";
    const auto& updated = original.facts().updated;
    findings_.add(
        rules::stale_translation, translation.place_of(key),
        "was made from an older text than " + original.file->file.string() + " is now" +
            (updated ? ", updated " + iso_date(*updated) : ""),
        "mend it, then write `source_revision: \"" + source_revision_of(original) + "\"`");
  }

  const CheckedSite& site_;
  const std::string& default_language_;
  Findings& findings_;
  std::map<std::string, std::string> names_;  // in English, by language
};

}  // namespace

void check_translations(const CheckedSite& site, Findings& findings) {
  TranslationCheck translations(site, findings);
  for (const auto& article : site.articles()) translations.check(article);
}

}  // namespace kb
