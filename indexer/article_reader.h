// Reads one help file into what each audience gets of it.
//
//   ReadArticle read = read_article(file, links);
//   read.public_version    // as everyone reads it; nothing: for agents only, a draft, unreadable
//   read.agents_version    // nothing: agents read what everyone reads
//   read.draft             // not published (yet): only a writers' preview shows it
//   read.problems          // "content/articles/ro/refund.md:4: … is not a date; …"
//
// Thread-safe. A file that cannot be used has `failed` set and says why in `problems`.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/article/article.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "indexer/link_resolver.h"
#include "indexer/source_scan.h"

namespace kb {

struct ReadArticle {
  std::optional<Article> public_version;
  std::optional<Article> agents_version;
  std::optional<Article> draft;
  std::optional<Time> next_change;  // a date of the article at which it must be read again
  std::vector<Error> problems;
  bool failed = false;
};

enum class Drafts {
  kept_apart,
  published,  // as if they were ready, and their date had come
};

ReadArticle read_article(const SourceFile& file, const std::string& content,
                         const LinkResolver& links, Time now, Drafts drafts = Drafts::kept_apart);

// Files above this are not read at all: no help article is that long.
inline constexpr std::uint64_t kLargestFile = 1 << 20;  // bytes

Error too_large(const SourceFile& file);

}  // namespace kb
