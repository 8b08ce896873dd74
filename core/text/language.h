// A language tag (BCP 47), read leniently and written canonically.
//
//   canonical_language("PT_br") -> "pt-BR"      canonical_language("images") -> Error with a hint
//   language_candidates("pt-BR") -> {"pt-BR", "pt"}
//
// Only tags whose language, script and region exist (ISO 639, 15924, 3166 as ICU knows them) are
// tags; so a folder of pictures is not mistaken for a language. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/config.h"
#include "core/base/result.h"

namespace kb::text {

Result<std::string> canonical_language(std::string_view tag);

// The tag, then what it is a variant of, most special first.
std::vector<std::string> language_candidates(std::string_view canonical);

// Every language that the site's configuration names, made canonical; an Error names the key.
Result<void> canonicalise_languages(SiteConfig& site);

// The published language that suits an Accept-Language header best, else `otherwise`.
std::string negotiate_language(std::string_view accept_language,
                               const std::vector<std::string>& published,
                               const std::string& otherwise);

}  // namespace kb::text
