#include "indexer/check/vocabulary_rules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/index/vocabulary_match.h"
#include "core/text/stemmer.h"
#include "indexer/check/nearest_word.h"
#include "indexer/check/words_in_use.h"

namespace kb {
namespace {

using index::Phrase;
using index::Pin;
using index::SynonymRule;

std::string quoted(const std::string& text) {
  return "`" + text + "`";
}

bool overlap(const Pin& a, const Pin& b) {
  return (!a.until || !b.from || *b.from < *a.until) && (!b.until || !a.from || *a.from < *b.until);
}

// Why customers do not find an article, or nothing.
std::string_view hidden_because(const CheckedArticle& article) {
  switch (article.reach) {
    case Reach::agents:
      return "is for agents only";
    case Reach::draft:
      return "is not published";
    case Reach::expired:
      return "has expired";
    case Reach::everyone:
      break;
  }
  return article.facts().unlisted ? "is unlisted" : std::string_view();
}

// The rules for one language.
class LanguageCheck {
 public:
  LanguageCheck(const CheckedSite& site, const std::string& lang,
                const index::Vocabulary& vocabulary, const std::filesystem::path& folder,
                text::Stemmers& stemmers, Findings& findings)
      : site_(site),
        lang_(lang),
        vocabulary_(vocabulary),
        folder_(folder),
        analyser_(lang, stemmers),
        matcher_(vocabulary, analyser_),
        findings_(findings) {}

  void check() {
    check_stop_words();
    find_words_in_use();
    for (const auto& rule : vocabulary_.synonyms) check_synonym(rule);
    for (std::size_t i = 0; i < vocabulary_.pins.size(); ++i) check_pin(i);
  }

 private:
  Place place(const char* file, int line) const {
    return {(folder_ / file).string(), line, lang_, {}};
  }

  Phrase words_of(const std::string& text) { return index::words_of(text, analyser_); }

  // The same for all texts that search takes for one.
  std::string key_of(const std::string& text) {
    std::string key;
    for (const auto& word : words_of(text)) key += word.folded_stem + " ";
    return key;
  }

  void check_stop_words() {
    std::map<std::string, int> lines;
    for (const auto& word : vocabulary_.stopwords) {
      const auto words = words_of(word.text);
      const Place where = place(kStopWordsFile, word.line);
      if (words.size() != 1)
        findings_.add(
            rules::idle_entry, where,
            quoted(word.text) + " is " + std::to_string(words.size()) + " words: it does nothing",
            "write single words");
      else if (const auto [same, is_new] = lines.emplace(words.front().surface, word.line); !is_new)
        findings_.add(rules::shadowed_entry, where,
                      quoted(word.text) + " is a stop word by line " +
                          std::to_string(same->second) + " already",
                      "delete one of the two");
    }
  }

  void find_words_in_use() {
    std::unordered_set<std::string> wanted;
    for (const auto& rule : vocabulary_.synonyms)
      for (const auto& text : rule.two_way() ? rule.from : rule.to)
        for (const auto& word : words_of(text)) wanted.insert({word.folded, word.folded_stem});
    if (!wanted.empty()) in_use_ = words_in_use(site_, lang_, wanted, analyser_);
  }

  bool is_in_use(const std::string& text) {
    const auto words = words_of(text);
    return std::all_of(words.begin(), words.end(), [&](const auto& word) {
      return in_use_.contains(word.folded) || in_use_.contains(word.folded_stem);
    });
  }

  void check_synonym(const SynonymRule& rule) {
    const Place where = place(kSynonymsFile, rule.line);
    for (const auto* texts : {&rule.from, &rule.to})
      for (const auto& text : *texts) check_telling(text, where);
    rule.two_way() ? check_group(rule, where) : check_one_way(rule, where);
  }

  void check_telling(const std::string& text, const Place& where) {
    const auto words = words_of(text);
    const bool stop_words_only = std::all_of(
        words.begin(), words.end(), [&](const auto& word) { return matcher_.is_stop_word(word); });
    if (words.empty())
      findings_.add(rules::idle_entry, where, quoted(text) + " has no word: it does nothing",
                    "write words");
    else if (stop_words_only)
      findings_.add(rules::idle_entry, where, quoted(text) + " is nothing but stop words",
                    "take them out of stopwords.yaml, or leave this out");
  }

  void check_group(const SynonymRule& rule, const Place& where) {
    for (std::size_t i = 0; i < rule.from.size(); ++i)
      for (std::size_t j = i + 1; j < rule.from.size(); ++j)
        if (add_pair(rule.from[i], rule.from[j], where))
          add_edge(rule.from[j], rule.from[i], where);
    const bool leads_somewhere = std::any_of(rule.from.begin(), rule.from.end(),
                                             [&](const auto& text) { return is_in_use(text); });
    if (!leads_somewhere)
      findings_.add(rules::idle_entry, where,
                    "no article in " + lang_ + " has the words of any of these",
                    "add the words that the articles use");
  }

  void check_one_way(const SynonymRule& rule, const Place& where) {
    for (const auto& from : rule.from)
      for (const auto& to : rule.to) {
        if (!add_pair(from, to, where)) continue;
        if (leads(key_of(to), key_of(from)))
          findings_.add(
              rules::synonym_loop, where,
              quoted(to) + " leads back to " + quoted(from) + " in other lines",
              "write them in one line of `two_way`; synonyms of synonyms are not followed");
        add_edge(from, to, where, /*one_way=*/true);
      }
    for (const auto& to : rule.to)
      if (!is_in_use(to))
        findings_.add(rules::idle_entry, where,
                      "no article in " + lang_ + " has the words of " + quoted(to),
                      "use the words that the articles use");
  }

  // False where the two are one word, or synonyms already: told.
  bool add_pair(const std::string& from, const std::string& to, const Place& where) {
    const std::string from_key = key_of(from), to_key = key_of(to);
    if (from_key == to_key) {
      findings_.add(rules::synonym_loop, where,
                    quoted(from) + " and " + quoted(to) + " are the same to search already",
                    "leave one of them out");
      return false;
    }
    const auto [same, is_new] = pairs_.emplace(std::pair(from_key, to_key), where.line);
    if (is_new) return true;
    if (same->second == where.line) return false;  // two forms of a word in one entry: told already
    findings_.add(rules::shadowed_entry, where,
                  quoted(from) + " leads to " + quoted(to) + " by line " +
                      std::to_string(same->second) + " already",
                  "delete one of the two");
    return false;
  }

  void add_edge(const std::string& from, const std::string& to, const Place& where,
                bool one_way = false) {
    pairs_.emplace(std::pair(key_of(from), key_of(to)), where.line);
    if (one_way) leads_to_[key_of(from)].insert(key_of(to));
  }

  // Along one-way synonyms, over any number of them.
  bool leads(const std::string& from, const std::string& to) const {
    std::set<std::string> seen{from};
    std::vector<std::string> next{from};
    while (!next.empty()) {
      const std::string key = std::move(next.back());
      next.pop_back();
      if (key == to) return true;
      if (const auto found = leads_to_.find(key); found != leads_to_.end())
        for (const auto& each : found->second)
          if (seen.insert(each).second) next.push_back(each);
    }
    return false;
  }

  void check_pin(std::size_t number) {
    const Pin& pin = vocabulary_.pins[number];
    const Place where = place(kPinsFile, pin.line);
    if (pin.until && *pin.until <= site_.now())
      findings_.add(rules::expired_pin, where,
                    "its time was over on " + iso_date(*pin.until - std::chrono::seconds{1}),
                    "move `until`, or delete the pin");
    for (const auto& id : pin.articles) {
      if (!check_article_is_there(site_, id, where, findings_)) continue;
      const auto* article = site_.find(lang_, id);
      if (const auto why = article != nullptr ? hidden_because(*article) : std::string_view();
          !why.empty())
        findings_.add(rules::idle_entry, where, "the article " + id + " " + std::string(why),
                      "publish it, or pin another");
    }
    for (const auto& query : pin.queries) check_pinned_query(query, number, where);
  }

  void check_pinned_query(const std::string& query, std::size_t number, const Place& where) {
    check_telling(query, where);
    std::set<std::string> telling, all;
    for (const auto& word : words_of(query)) {
      all.insert(word.folded_stem);
      if (!matcher_.is_stop_word(word)) telling.insert(word.folded_stem);
    }
    auto& same = pinned_[telling.empty() ? all : telling];
    const auto before = std::find_if(same.begin(), same.end(), [&](std::size_t other) {
      return overlap(vocabulary_.pins[other], vocabulary_.pins[number]);
    });
    if (before != same.end())
      findings_.add(rules::shadowed_entry, where,
                    quoted(query) + " is pinned by line " +
                        std::to_string(vocabulary_.pins[*before].line) +
                        " already, whose articles come first",
                    "put them into one pin");
    same.push_back(number);
  }

  const CheckedSite& site_;
  const std::string& lang_;
  const index::Vocabulary& vocabulary_;
  const std::filesystem::path& folder_;
  text::Analyser analyser_;
  const index::VocabularyMatcher matcher_;
  Findings& findings_;
  std::unordered_set<std::string> in_use_;
  std::map<std::pair<std::string, std::string>, int> pairs_;          // -> line
  std::map<std::string, std::set<std::string>> leads_to_;             // one way
  std::map<std::set<std::string>, std::vector<std::size_t>> pinned_;  // words -> pins
};

}  // namespace

bool check_article_is_there(const CheckedSite& site, const std::string& id, const Place& place,
                            Findings& findings) {
  if (site.find(place.lang, id) != nullptr) return true;
  const auto fallbacks = site.config().fallbacks_of(place.lang);
  const bool elsewhere = std::any_of(fallbacks.begin(), fallbacks.end(), [&](const auto& lang) {
    return site.find(lang, id) != nullptr;
  });
  if (elsewhere) return true;
  std::vector<std::string> ids;
  for (const auto& article : site.articles())
    if (article.lang() == place.lang) ids.push_back(article.id());
  const auto near = nearest_word(id, ids);
  findings.add(rules::unknown_article, place, "there is no article " + id + " in " + place.lang,
               near ? "did you mean " + std::string(*near) + "?"
                    : "write its path without the language and .md, such as billing/refund");
  return false;
}

void check_vocabulary(const CheckedSite& site, const VocabularyFiles& files, Findings& findings) {
  for (const auto& problem : files.problems) findings.add(rules::search_file, Place(), problem);
  text::Stemmers stemmers;
  for (const auto& [lang, vocabulary] : files.vocabularies)
    LanguageCheck(site, lang, vocabulary, files.folders.at(lang), stemmers, findings).check();
}

}  // namespace kb
