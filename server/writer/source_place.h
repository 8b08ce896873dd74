// Where the text of a language and id lies in a source, by the source's layout: what
// indexer/layout.h reads, the other way round.
//
//   place_of(answers, "en", "ro", "late-parcel")   -> "content/answers/ro/late-parcel.md"
//   place_beside(articles, "en", "pl", "billing/refund", "billing/refund-more")
//       -> where the second would lie; nothing where the first is no file of this source
//
// A pattern without {lang} holds the default language alone. An id that would lead out of the
// source, or to what no build reads, is an Error. Thread-safe.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/config.h"
#include "core/base/result.h"

namespace kb {

// The first place in the layout that can hold it.
Result<std::filesystem::path> place_of(const SourceConfig& source,
                                       const std::string& default_language, const std::string& lang,
                                       const std::string& id);

// By the pattern by which `id` has a file (.md or .mdx), the place of `new_id`.
std::optional<std::filesystem::path> place_beside(const SourceConfig& source,
                                                  const std::string& default_language,
                                                  const std::string& lang, const std::string& id,
                                                  const std::string& new_id);

// Fit to be the id of a text that is written here: words joined by hyphens, slashes between them.
bool is_plain_id(std::string_view id);

}  // namespace kb
