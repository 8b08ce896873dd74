// Turns a relative link in an article into a symbolic one (core/article/link.h), by where it leads
// in the sources.
//
//   LinkResolver links(config);
//   links.resolve(file, "../billing/refund.md#how-long", LinkKind::link)
//       -> "kb-article:en/billing/refund#how-long"
//   links.resolve(file, "../images/hub.svg", LinkKind::image) -> "kb-file:0/en/images/hub.svg"
//
// Empty where the target is outside every source or, for files, is not there. Thread-safe.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/config.h"
#include "indexer/layout.h"
#include "indexer/markdown/markdown.h"
#include "indexer/source_scan.h"

namespace kb {

class LinkResolver {
 public:
  explicit LinkResolver(const Config& config);

  std::string resolve(const SourceFile& from, std::string_view href, LinkKind kind) const;

  // The file behind a symbolic path that resolve() made.
  std::filesystem::path file_of(std::string_view symbolic) const;

 private:
  struct Target {
    std::size_t source;
    std::string path;  // relative to the source
  };
  std::vector<Target> targets(const SourceFile& from, const std::string& path) const;
  std::string article_link(const Target& target, std::string_view anchor) const;
  std::string file_link(const Target& target) const;

  struct Root {
    std::filesystem::path path;
    Layout layout;
    std::string default_language;
  };
  std::vector<Root> roots_;
};

}  // namespace kb
