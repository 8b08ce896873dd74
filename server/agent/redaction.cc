#include "server/agent/redaction.h"

#include "core/redact/redactor.h"

namespace kb {

Result<std::vector<std::string>> without_personal_data(const RedactConfig& config,
                                                       const std::vector<std::string>& texts,
                                                       std::string_view lang) {
  const auto redactor = redact::Redactor::create(config);
  if (!redactor) return fail(redactor.error());
  redact::TicketRedaction redaction(*redactor, lang);
  for (const auto& text : texts) redaction.learn(text);
  std::vector<std::string> redacted;
  for (const auto& text : texts) redacted.push_back(redaction.redact(text));
  return redacted;
}

}  // namespace kb
