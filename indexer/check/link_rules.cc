#include "indexer/check/link_rules.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/article/link.h"
#include "core/base/date.h"
#include "core/text/message.h"
#include "indexer/check/nearest_word.h"
#include "indexer/check/redirects.h"
#include "indexer/check/shown_link.h"
#include "indexer/markdown/page_link.h"

namespace kb {
namespace {

struct ArticleTarget {
  std::string lang, id, anchor;
};

std::optional<ArticleTarget> article_target(std::string_view symbolic) {
  if (!symbolic.starts_with(kArticleScheme)) return std::nullopt;
  symbolic.remove_prefix(kArticleScheme.size());
  const auto hash = symbolic.find('#');
  const auto path = symbolic.substr(0, hash);
  const auto slash = path.find('/');
  if (slash == path.npos) return std::nullopt;
  return ArticleTarget{std::string(path.substr(0, slash)), percent_decode(path.substr(slash + 1)),
                       hash == symbolic.npos ? "" : percent_decode(symbolic.substr(hash + 1))};
}

const OutlineHeading* find_anchor(const Outline& outline, std::string_view anchor) {
  const auto found =
      std::find_if(outline.headings.begin(), outline.headings.end(),
                   [&](const OutlineHeading& heading) { return heading.anchor == anchor; });
  return found == outline.headings.end() ? nullptr : &*found;
}

const OutlineHeading* find_anchor(const CheckedArticle& article, std::string_view anchor,
                                  Audience audience) {
  const auto* heading = find_anchor(article.outline, anchor);
  if (heading != nullptr || audience == Audience::everyone) return heading;
  return find_anchor(article.agents_outline, anchor);
}

bool is_open_to(const CheckedArticle& article, Audience audience) {
  return article.reach == Reach::everyone ||
         (article.reach == Reach::agents && audience != Audience::everyone);
}

class LinkCheck {
 public:
  LinkCheck(const CheckedSite& site, Findings& findings)
      : site_(site), redirects_(site), findings_(findings) {}

  void check(const CheckedArticle& article) {
    from_ = &article;
    for (const auto& link : article.outline.links) check(link, article.facts().audience);
    for (const auto& link : article.agents_outline.links) check(link, Audience::agents);
  }

 private:
  void check(const OutlineLink& link, Audience audience) {
    link_ = &link;
    audience_ = audience;
    const std::string href = clean_link(link.href);
    switch (classify_link(href)) {
      case LinkTarget::external:
      case LinkTarget::contact:
        return;
      case LinkTarget::refused:
      case LinkTarget::symbolic:
        return tell(rules::refused_link, "is left out",
                    "link to a file, or to http:, https:, mailto: or tel:");
      case LinkTarget::anchor:
        return check_anchor(*from_, percent_decode(href.substr(1)));
      case LinkTarget::relative:
        return check_target();
    }
  }

  void check_target() {
    if (link_->leads_to.empty())
      return tell(rules::broken_link, "leads to no article and no file",
                  "correct the path, which begins at this file's folder");
    const auto target = article_target(link_->leads_to);
    if (!target) return;  // a file, which is there
    const auto& texts = site_.texts_of(target->id);
    if (texts.empty()) return tell_no_article(*target);
    if (const auto* text = text_for(*target, texts))
      check_anchor(*text, target->anchor);
    else
      tell_closed(*texts.front());
  }

  // The text that the reader of the link gets; null: none is for them.
  const CheckedArticle* text_for(const ArticleTarget& target, const CheckedSite::Texts& texts) {
    std::vector<std::string> languages = site_.config().fallbacks_of(from_->lang());
    languages.insert(languages.begin(), {target.lang, from_->lang()});
    for (const auto& lang : languages)
      if (const auto* text = site_.find(lang, target.id); text && is_open_to(*text, audience_))
        return text;
    const auto any = std::find_if(texts.begin(), texts.end(),
                                  [&](const auto* text) { return is_open_to(*text, audience_); });
    return any == texts.end() ? nullptr : *any;
  }

  void tell_no_article(const ArticleTarget& target) {
    const auto* moved = redirects_.find(target.lang, target.id);
    tell(rules::broken_link, "leads to no article",
         moved != nullptr ? "it has moved: link to " + moved->file->file.string()
                          : "correct the path, or write the article " + target.id);
  }

  // What is a draft itself may link to what appears together with it.
  void tell_closed(const CheckedArticle& text) {
    if (text.reach == Reach::agents)
      return tell(rules::link_to_agents, "leads to an article for agents only",
                  "take it out, or put it into a `:::agents` block");
    if (from_->reach == Reach::draft) return;
    const auto& facts = text.facts();
    std::string what = "leads to a draft";
    if (text.reach == Reach::expired)
      what = "leads to an article that expired on " + iso_date(*facts.expires_at);
    else if (!facts.draft)
      what = "leads to an article that appears on " + iso_date(*facts.publish_at);
    tell(rules::link_to_draft, what, "publish " + text.file->file.string() + ", or take it out");
  }

  void check_anchor(const CheckedArticle& text, const std::string& anchor) {
    const bool footnote = anchor.starts_with("fn:") || anchor.starts_with("fnref:");
    if (anchor.empty() || footnote || !text.readable) return;
    const auto audience = text.reach == Reach::everyone ? audience_ : Audience::agents;
    if (find_anchor(text, anchor, audience) != nullptr) return;
    const std::string file = text.file->file.string();
    const std::string where = &text == from_ ? "this article" : file;
    const auto* original = site_.original_of(text.id());
    const auto* heading = original ? find_anchor(*original, anchor, audience) : nullptr;
    if (heading != nullptr)
      return tell(rules::broken_anchor,
                  "leads to a heading that only the original has, " +
                      original->file->file.string() + ":" + std::to_string(heading->line),
                  "give its translation in " + where + " the same name: {#" + anchor + "}");
    tell(rules::broken_anchor, "leads to no heading of " + where, anchor_hint(text, anchor));
  }

  static std::string anchor_hint(const CheckedArticle& text, const std::string& anchor) {
    std::vector<std::string> anchors;
    for (const auto& heading : text.outline.headings) anchors.push_back(heading.anchor);
    if (const auto near = nearest_word(anchor, anchors); near && !near->empty())
      return "did you mean #" + std::string(*near) + "?";
    return "name the heading: ## Title {#" + anchor + "}";
  }

  void tell(const Rule& rule, const std::string& what, std::string hint) {
    findings_.add(rule, from_->place(link_->line),
                  "the link '" + shown_link(link_->href) + "' " + what, std::move(hint));
  }

  const CheckedSite& site_;
  const Redirects redirects_;
  Findings& findings_;
  const CheckedArticle* from_ = nullptr;
  const OutlineLink* link_ = nullptr;
  Audience audience_ = Audience::everyone;
};

}  // namespace

void check_links(const CheckedSite& site, Findings& findings) {
  LinkCheck links(site, findings);
  for (const auto& article : site.articles())
    if (article.reach != Reach::expired) links.check(article);
}

}  // namespace kb
