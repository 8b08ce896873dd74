#include "indexer/check/redirects.h"

#include <algorithm>

namespace kb {
namespace {

std::string plain_path(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  return std::string(path);
}

bool redirects_from(const CheckedArticle& article, const std::string& path) {
  const auto& from = article.facts().redirect_from;
  return std::any_of(from.begin(), from.end(),
                     [&](const std::string& other) { return plain_path(other) == path; });
}

Place place_of(const CheckedArticle& article) {
  for (const auto* key : {"redirect_from", "aliases"})
    if (article.front.line_of(key) > 1) return article.place_of(key);
  return article.place(1);
}

bool is_shown(const CheckedArticle& article) {
  return article.reach == Reach::everyone || article.reach == Reach::agents;
}

// Whether readers are shown an article at this address, so that nobody is led on from there.
bool is_taken(const CheckedSite::Texts& texts) {
  return std::any_of(texts.begin(), texts.end(),
                     [](const CheckedArticle* text) { return is_shown(*text); });
}

void check_place(const CheckedSite& site, const CheckedArticle& article, const std::string& path,
                 Findings& findings) {
  const std::string what = "`redirect_from` names '" + path + "', ";
  if (path == article.id())
    return findings.add(rules::redirect_unused, place_of(article), what + "which is its own id",
                        "take it out");
  const auto& texts = site.texts_of(path);
  if (!is_taken(texts)) return;
  const auto* same_language = site.find(article.lang(), path);
  const auto& other = same_language != nullptr ? *same_language : *texts.front();
  const std::string file = other.file->file.string();
  if (redirects_from(other, article.id()))
    findings.add(rules::redirect_loop, place_of(article),
                 what + "and " + file + " names '" + article.id() + "': each leads to the other",
                 "keep one of the two");
  else
    findings.add(rules::redirect_unused, place_of(article), what + "where there is " + file,
                 "take it out, or move that file away");
}

}  // namespace

Redirects::Redirects(const CheckedSite& site) {
  for (const auto& article : site.articles()) {
    if (!is_shown(article)) continue;
    for (const auto& path : article.facts().redirect_from)
      by_place_.emplace(std::pair(article.lang(), plain_path(path)), &article);
  }
}

const CheckedArticle* Redirects::find(const std::string& lang, std::string_view path) const {
  const auto found = by_place_.find(std::pair(lang, plain_path(path)));
  return found == by_place_.end() ? nullptr : found->second;
}

void check_redirects(const CheckedSite& site, Findings& findings) {
  const Redirects redirects(site);
  for (const auto& article : site.articles()) {
    if (!is_shown(article)) continue;
    for (const auto& written : article.facts().redirect_from) {
      const std::string path = plain_path(written);
      check_place(site, article, path, findings);
      if (const auto* first = redirects.find(article.lang(), path); first != &article)
        findings.add(rules::redirect_twice, place_of(article),
                     "`redirect_from` names '" + path + "', and so does " +
                         first->file->file.string() + ", which gets it",
                     "keep it in one of the two");
    }
  }
}

}  // namespace kb
