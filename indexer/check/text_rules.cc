#include "indexer/check/text_rules.h"

#include <string>

#include "core/text/message.h"
#include "indexer/check/prose_language.h"

namespace kb {
namespace {

std::string hashes(int level) {
  return std::string(static_cast<std::size_t>(level), '#');
}

void check_headings(const CheckedArticle& article, Findings& findings) {
  int last = 1;  // the title's
  for (const OutlineHeading& heading : article.outline.headings) {
    if (!heading.section) continue;
    if (heading.level > last + 1)
      findings.add(rules::heading_level, article.place(heading.line),
                   "the heading '" + heading.text + "' is " + hashes(heading.level) +
                       ", but the one before it is " + (last == 1 ? "the title" : hashes(last)),
                   "write it with " + hashes(last + 1));
    last = heading.level;
    const bool whole_text = heading.level == 1 || article.outline.empty;
    if (heading.empty && !whole_text)
      findings.add(rules::empty_section, article.place(heading.line),
                   "the section '" + heading.text + "' is empty",
                   "write what it promises, or take the heading out");
  }
  if (article.outline.empty && article.reach != Reach::draft)
    findings.add(rules::empty_section, article.place(article.front.body_line),
                 "the article has no text", "write it, or set `draft: true` until you do");
}

void check_language(const CheckedArticle& article, Findings& findings) {
  const auto other = other_language(article.outline.prose, article.lang());
  if (!other) return;
  findings.add(rules::wrong_language, article.place(article.front.body_line),
               "reads like " + text::language_name(*other, "en") +
                   ", but lies among the texts in " + text::language_name(article.lang(), "en"),
               "translate it, or move the file");
}

}  // namespace

void check_text(const CheckedArticle& article, Findings& findings) {
  check_headings(article, findings);
  check_language(article, findings);
}

}  // namespace kb
