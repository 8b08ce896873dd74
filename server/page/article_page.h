// An article, or an approved answer, as the reader sees it.
//
//   ArticlePage page;
//   page.lang = "en";
//   page.html = body.html;       // links already resolved
//   std::string html = render(renderer, page);
//
// Its language may be another than the page's (site.lang): then a notice says so, and the text
// keeps its own language and direction. `html` is trusted: safe, links resolved. Pure and
// thread-safe.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/feedback_page.h"
#include "server/page/layout.h"

namespace kb::page {

class Renderer;

struct Heading {
  std::string anchor = {};
  std::string title = {};
  int level = 2;
};

struct PreviewFinding {
  std::string severity = {};  // "error", "warning" or "hint"
  int line = 0;               // in the article's file; 0: the file as a whole
  std::string what = {};
  std::string hint = {};  // may be empty
};

// What a writer is told beside the text, in a preview only (site.preview).
struct Preview {
  bool draft = false;
  std::optional<Time> publish_at = {};
  bool checked = false;  // the findings are known: there may be none
  std::vector<PreviewFinding> findings = {};
};

struct ArticlePage {
  Site site = {};  // site.languages: `exists` means that this article exists in that language
  std::string lang = {};    // of the article's text; empty: the page's
  std::string object = {};  // "en/billing/refund", as events name it
  std::string title = {};
  std::string summary = {};
  bool begins_with_summary = false;  // the text does: it is not shown twice
  std::string html = {};             // without the title: headings start at h2
  std::optional<Time> updated = {};
  std::vector<Link> breadcrumb = {};  // from the category down; the page puts the home page first
  std::vector<Heading>
      headings;  // levels 2 and 3 make the table of contents, from three of level 2
  std::vector<ArticleLink> related = {};
  std::vector<std::string> video_hosts = {};  // may be embedded on click: those that the CSP allows

  std::vector<Badge> badges = {};       // what it applies to; empty: everything
  std::vector<FilterAxis> filter = {};  // what its parts differ by; empty: no filter
  // Values as writers write them, in the reader's words: "platform:android" and "android" are
  // both "Android". A value that is not here shows as it is written.
  std::map<std::string, std::string> value_labels = {};
  std::map<std::string, std::string> value_keys = {};  // "android" -> "platform:android"

  std::optional<ArticleLink> previous = {};  // its neighbours in the category
  std::optional<ArticleLink> next = {};
  Link newer = {};  // the language, as inside a sentence, whose version is newer; empty text: none
  std::string category_name = {};
  std::string markdown_url = {};  // the same text as its writer wrote it; empty: not offered
  bool unlisted = false;          // not for search engines
  bool from_support = false;      // an approved answer: it says so
  VoteForm vote = {};             // whether it helped
  Preview preview = {};
};

std::string render(const Renderer& renderer, const ArticlePage& page);

}  // namespace kb::page
