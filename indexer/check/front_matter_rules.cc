#include "indexer/check/front_matter_rules.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "indexer/check/nearest_word.h"

namespace kb {
namespace {

// Where a day begins first, it begins 14 hours before it does in UTC.
constexpr std::chrono::hours kEarliestZone{14};

constexpr auto kKeys = std::to_array<std::string_view>(
    {"title", "summary", "category", "tags", "keywords", "stage", "applies_to", "order", "audience",
     "contexts", "updated", "review_by", "owner", "redirect_from", "source_revision", "draft",
     "unlisted", "publish_at", "expires_at",
     // Docusaurus's and Hugo's
     "description", "categories", "aliases", "lastmod", "last_update", "date", "publishDate",
     "expiryDate", "sidebar_position", "weight"});

// The key that was written of two that mean the same.
std::string_view written(const FrontMatter& front, std::string_view key, std::string_view other) {
  const bool has_other = std::any_of(front.key_lines.begin(), front.key_lines.end(),
                                     [&](const auto& entry) { return entry.first == other; });
  return has_other && front.line_of(key) == 1 ? other : key;
}

std::string in_ticks(std::string_view key) {
  return "`" + std::string(key) + "`";
}

void check_keys(const CheckedArticle& article, Findings& findings) {
  for (const auto& [key, line] : article.front.key_lines) {
    if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) continue;
    if (const auto meant = nearest_word(key, kKeys))
      findings.add(rules::misspelled_key, article.place(line),
                   "front matter: " + in_ticks(key) + " means nothing here",
                   "did you mean " + in_ticks(*meant) + "?");
  }
}

void check_title_and_summary(const CheckedArticle& article, Findings& findings) {
  const auto& headings = article.outline.headings;
  const bool has_heading =
      !headings.empty() && headings.front().level == 1 && !headings.front().text.empty();
  if (article.facts().title.empty() && !has_heading)
    findings.add(rules::missing_title, article.place(1),
                 "has no title: the file's name stands in for it",
                 "write `title:` in the front matter, or begin with `# Title`");
  if (article.facts().summary.empty() && article.file->kind == Kind::article)
    findings.add(rules::missing_summary, article.place(1),
                 "has no summary: the first sentences stand in for it",
                 "say in one sentence, as `summary:`, what the reader gets");
}

void check_dates(const CheckedArticle& article, Time now, Findings& findings) {
  const ArticleFacts& facts = article.facts();
  const auto expires_at = written(article.front, "expires_at", "expiryDate");
  if (facts.publish_at && facts.expires_at && *facts.expires_at <= *facts.publish_at)
    findings.add(rules::date_order, article.place_of(expires_at),
                 in_ticks(expires_at) + " is not after the day on which it appears, " +
                     iso_date(*facts.publish_at) + ": nobody ever sees it",
                 "give it a later date");
  else if (article.reach == Reach::expired)
    findings.add(rules::expired, article.place_of(expires_at),
                 "expired on " + iso_date(*facts.expires_at) + ": no reader sees it",
                 "give " + in_ticks(expires_at) + " a later date, or delete the file");
  if (facts.review_by && *facts.review_by <= now)
    findings.add(rules::review_due, article.place_of("review_by"),
                 "was to be looked at again by " + iso_date(*facts.review_by) +
                     (facts.owner.empty() ? "" : " (owner: " + facts.owner + ")"),
                 "read it again, then give `review_by` a later date");
  if (facts.updated && *facts.updated > now + kEarliestZone)
    findings.add(rules::updated_in_future, article.place_of("updated"),
                 "was updated on " + iso_date(*facts.updated) + ", which is in the future",
                 "write the day on which the text was changed");
}

}  // namespace

void check_front_matter(const CheckedArticle& article, Time now, Findings& findings) {
  check_keys(article, findings);
  check_dates(article, now, findings);
  if (article.readable) check_title_and_summary(article, findings);
}

}  // namespace kb
