#include "indexer/check/words_in_use.h"

#include "core/base/durable_file.h"

namespace kb {

std::unordered_set<std::string> words_in_use(const CheckedSite& site, const std::string& lang,
                                             const std::unordered_set<std::string>& wanted,
                                             text::Analyser& analyser) {
  std::unordered_set<std::string> found;
  for (const auto& article : site.articles()) {
    if (found.size() == wanted.size()) break;
    if (article.lang() != lang || !article.readable) continue;
    if (article.reach == Reach::draft || article.reach == Reach::expired) continue;
    const auto text = read_file(article.file->file);
    if (!text) continue;  // its own finding says so
    analyser.trim();
    for (const auto& word : analyser.analyse(*text))
      for (const auto& form : {word.forms->folded, word.forms->folded_stem})
        if (wanted.contains(form)) found.insert(form);
  }
  return found;
}

}  // namespace kb
