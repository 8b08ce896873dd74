// One help file as kb-index check sees it: what its front matter says, what its text is made of,
// and who can read it. Unlike a build's, a draft or an expired article is read like any other.
//
//   CheckedArticle article = read_checked_article(file, links, now, findings);
//   if (article.readable) …article.outline.links…
//   findings.add(rules::expired, article.place_of("expires_at"), …);
//
// What reading reports goes into the findings. Thread-safe, with findings of one's own.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "indexer/check/findings.h"
#include "indexer/front_matter.h"
#include "indexer/link_resolver.h"
#include "indexer/markdown/outline.h"
#include "indexer/source_scan.h"

namespace kb {

enum class Reach {
  everyone,
  agents,   // and nobody else
  draft,    // not published, or not yet
  expired,  // no longer
};

struct CheckedArticle {
  const SourceFile* file = nullptr;  // of the scan
  bool readable = false;             // else the rest is empty
  std::uint64_t revision = 0;        // hash of the file
  FrontMatter front;
  Reach reach = Reach::everyone;
  Outline outline;         // of what everyone reads; of all that is not for everyone
  Outline agents_outline;  // of what only agents read in an article for everyone

  const std::string& lang() const { return file->lang; }
  const std::string& id() const { return file->id; }
  const ArticleFacts& facts() const { return front.facts; }

  Place place(int line) const { return {file->file.string(), line, file->lang, file->id}; }
  Place place_of(std::string_view key) const { return place(front.line_of(key)); }
};

CheckedArticle read_checked_article(const SourceFile& file, const LinkResolver& links, Time now,
                                    Findings& findings);

}  // namespace kb
