#include "core/insights/gaps/linked_diagnosis.h"

#include <algorithm>
#include <map>

#include "core/insights/gaps/gap_links.h"
#include "core/insights/gaps/near_articles.h"

namespace kb::insights {
namespace {

using GapsById = std::map<std::int64_t, const FoundGap*>;

// Which article of their own languages its links are about.
struct LinkedSubject {
  const GapArticle* article = nullptr;  // null: none, or several
  std::int64_t customers = 0;           // of the links about it
};

LinkedSubject linked_subject(const FoundGap& gap, const GapsById& by_id) {
  LinkedSubject subject;
  for (const auto id : gap.elsewhere) {
    const auto other = by_id.find(id);
    if (other == by_id.end() || subject_of(*other->second).empty()) continue;
    const GapArticle& article = other->second->articles.front();
    if (article.lang != other->second->lang) continue;
    if (!subject.article) subject.article = &article;
    if (subject.article->id != article.id) return {};
    subject.customers += other->second->customers;
  }
  return subject;
}

void translate_instead(FoundGap& gap, const LinkedSubject& subject) {
  gap.diagnosis = Diagnosis::missing_in_language;
  if (!gap.reasons.empty()) gap.reasons.erase(gap.reasons.begin());  // why it was `missing`
  gap.reasons.insert(gap.reasons.begin(),
                     {"asked_elsewhere", subject.customers, subject.article->title});
  gap.articles.insert(gap.articles.begin(), *subject.article);
  if (gap.articles.size() > kShownArticles) gap.articles.pop_back();
}

}  // namespace

void diagnose_by_links(std::vector<FoundGap>& gaps, ArticleFinder& articles) {
  GapsById by_id;
  for (const FoundGap& gap : gaps) by_id.emplace(gap.id, &gap);
  for (FoundGap& gap : gaps) {
    if (gap.diagnosis != Diagnosis::missing) continue;
    const auto subject = linked_subject(gap, by_id);
    if (!subject.article) continue;
    const auto languages = articles.languages_of(subject.article->id);
    const bool is_answered = std::ranges::find(languages, subject.article->lang) != languages.end();
    const bool is_translated = std::ranges::find(languages, gap.lang) != languages.end();
    if (is_answered && !is_translated) translate_instead(gap, subject);
  }
}

}  // namespace kb::insights
