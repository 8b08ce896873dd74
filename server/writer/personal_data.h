// What looks like personal data in texts that are about to be kept or published, and what redaction
// has left in their place.
//
//   auto data = personal_data(config.redact, {title, answer}, "pl");
//   data->values          // {"ana@example.com", Kind::email}: to be taken out, or confirmed
//   data->placeholders    // {"«e-mail»"}: to be written anew, no customer can make sense of them
//   marked_parts("Write to «e-mail».")  -> "Write to ", marked "«e-mail»", "."
//
// Each once, in the order of the texts. A configured pattern that is wrong is an Error. Pure,
// thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/config.h"
#include "core/base/result.h"
#include "core/redact/kind.h"
#include "server/page/review_parts.h"

namespace kb {

struct PersonalData {
  struct Value {
    std::string text;
    redact::Kind kind;
  };
  std::vector<Value> values;
  std::vector<std::string> placeholders;
};

Result<PersonalData> personal_data(const RedactConfig& config,
                                   const std::vector<std::string>& texts, std::string_view lang);

std::vector<page::MarkedPart> marked_parts(std::string_view text);  // the placeholders marked

}  // namespace kb
