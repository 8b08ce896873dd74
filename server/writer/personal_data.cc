#include "server/writer/personal_data.h"

#include <algorithm>

#include "core/redact/redactor.h"

namespace kb {

Result<PersonalData> personal_data(const RedactConfig& config,
                                   const std::vector<std::string>& texts, std::string_view lang) {
  const auto redactor = redact::Redactor::create(config);
  if (!redactor) return fail(redactor.error());
  PersonalData data;
  for (const auto& text : texts) {
    for (const auto& finding : redactor->find(text, lang)) {
      const auto value = text.substr(finding.begin, finding.end - finding.begin);
      const bool known = std::ranges::any_of(
          data.values, [&](const PersonalData::Value& each) { return each.text == value; });
      if (!known) data.values.push_back({value, finding.kind});
    }
    for (const auto& part : marked_parts(text))
      if (part.marked && std::ranges::find(data.placeholders, part.text) == data.placeholders.end())
        data.placeholders.push_back(part.text);
  }
  return data;
}

std::vector<page::MarkedPart> marked_parts(std::string_view text) {
  std::vector<page::MarkedPart> parts;
  std::size_t plain = 0;  // where what is not marked yet begins
  const auto add_plain = [&](std::size_t end) {
    if (end > plain) parts.push_back({std::string(text.substr(plain, end - plain)), false});
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto size = redact::placeholder_size(text.substr(at));
    if (size == 0) {
      ++at;
      continue;
    }
    add_plain(at);
    parts.push_back({std::string(text.substr(at, size)), true});
    at += size;
    plain = at;
  }
  add_plain(text.size());
  return parts;
}

}  // namespace kb
