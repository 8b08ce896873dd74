#include <algorithm>

#include "core/redact/letter.h"
#include "core/redact/redactor.h"
#include "core/text/normal_form.h"
#include "core/text/plain_form.h"

namespace kb::redact {
namespace {

// Larger texts are redacted part by part, cut at empty lines, to bound what one scan takes.
constexpr std::size_t kPart = std::size_t{1} << 20;

std::string_view next_part(std::string_view text) {
  if (text.size() <= kPart) return text;
  for (const std::string_view cut : {"\n\n", "\n", " "})
    if (const auto at = text.find(cut, kPart); at != text.npos && at < 2 * kPart)
      return text.substr(0, at + cut.size());
  return text::utf8_prefix(text, 2 * kPart);
}

std::string only(std::string_view text, bool (*wanted)(char)) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), wanted);
  return out;
}

// What tells whether two values are the same, however they are written.
std::string key_of(Kind kind, std::string_view value) {
  constexpr std::size_t kSubscriber = 9;  // digits of a phone number without its country's code
  std::string plain = text::plain_form(value).text;
  switch (kind) {
    case Kind::phone: {
      const std::string digits = only(plain, is_digit);
      return digits.size() > kSubscriber ? digits.substr(digits.size() - kSubscriber) : digits;
    }
    case Kind::password:
    case Kind::token:
    case Kind::url:
      return plain;
    case Kind::name:
    case Kind::street:
    case Kind::number:
    case Kind::email:
      return folded(plain);
    default:
      return folded(only(plain, is_alphanumeric));
  }
}

bool same_value(Kind kind, std::string_view a, std::string_view b) {
  return kind == Kind::name ? KnownNames::same_person(a, b) : a == b;
}

}  // namespace

TicketRedaction::TicketRedaction(const Redactor& redactor, std::string_view lang)
    : redactor_(redactor), lang_(lang) {}

void TicketRedaction::learn(std::string_view text) {
  while (!text.empty()) {
    const auto part = next_part(text);
    redactor_.find(part, lang_, names_);
    text.remove_prefix(part.size());
  }
}

const std::string& TicketRedaction::placeholder(Kind kind, std::string_view value) {
  const std::string_view label = placeholder_label(kind, lang_);
  auto& known = placeholders_[label];
  std::string key = key_of(kind, value);
  const auto found = std::ranges::find_if(
      known, [&](const auto& entry) { return same_value(kind, entry.first, key); });
  if (found != known.end()) return found->second;
  const std::string number = known.empty() ? "" : " " + std::to_string(known.size() + 1);
  return known.emplace_back(std::move(key), "«" + std::string(label) + number + "»").second;
}

std::string TicketRedaction::redact_once(std::string_view text, bool& changed) {
  const auto findings = redactor_.find(text, lang_, names_);
  changed = !findings.empty();
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  for (const Finding& finding : findings) {
    out += text.substr(at, finding.begin - at);
    out += placeholder(finding.kind, text.substr(finding.begin, finding.end - finding.begin));
    ++counts_[finding.kind];
    at = finding.end;
  }
  out += text.substr(at);
  return out;
}

// What stood beside a value may be one itself once that is gone, so until nothing is found. Each
// round replaces text by placeholders, which stay.
std::string TicketRedaction::redact(std::string_view text) {
  constexpr int kMostRounds = 8;
  std::string valid;
  if (!text::is_valid_utf8(text)) text = valid = text::to_utf8(text::to_utf32(text));
  std::string all;
  all.reserve(text.size());
  while (!text.empty()) {
    const auto part = next_part(text);
    bool changed = true;
    std::string redacted = redact_once(part, changed);
    for (int round = 1; changed && round < kMostRounds; ++round)
      redacted = redact_once(redacted, changed);
    all += redacted;
    text.remove_prefix(part.size());
  }
  return all;
}

}  // namespace kb::redact
