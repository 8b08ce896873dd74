#include "core/text/detector.h"

#include <cld2/public/compact_lang_det.h>

#include "core/text/language.h"
#include "core/text/normal_form.h"

namespace kb::text {

std::optional<std::string> detect_language(std::string_view text) {
  constexpr std::size_t kEnough = 20'000;  // bytes; more tells nothing new
  const auto sample = utf8_prefix(text, kEnough);
  bool reliable = false;
  const auto language = CLD2::DetectLanguage(sample.data(), static_cast<int>(sample.size()),
                                             /*is_plain_text=*/true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
  auto tag = canonical_language(CLD2::LanguageCode(language));
  if (!tag) return std::nullopt;
  return *tag;
}

}  // namespace kb::text
