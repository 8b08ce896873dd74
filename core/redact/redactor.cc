#include "core/redact/redactor.h"

#include <algorithm>

#include "core/redact/letter.h"
#include "core/redact/mail_address.h"
#include "core/redact/national_number.h"
#include "core/redact/network_address.h"
#include "core/redact/password.h"
#include "core/redact/payment_number.h"
#include "core/redact/personal_name.h"
#include "core/redact/phone_number.h"
#include "core/redact/scan.h"
#include "core/redact/signature.h"
#include "core/redact/street_address.h"
#include "core/redact/token.h"
#include "core/redact/web_address.h"
#include "core/text/pattern.h"

namespace kb::redact {
namespace {

constexpr void (*kScanners[])(const Scan&, Candidates&) = {
    find_mail_addresses,   find_network_addresses, find_payment_numbers,
    find_national_numbers, find_phone_numbers,     find_tokens,
    find_passwords,        find_web_secrets,       find_personal_names,
    find_signatures,       find_street_addresses};

using Ranges = std::vector<text::ByteRange>;

// A line on which the pattern gives up is taken whole: rather too much than a value that stays.
Ranges found_by_line(const text::Pattern& pattern, std::string_view all) {
  Ranges found;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const auto in_line = pattern.find_all(all.substr(begin, end - begin));
    if (!in_line) found.push_back({begin, end});
    if (in_line)
      for (const auto& range : *in_line) found.push_back({begin + range.begin, begin + range.end});
    begin = end + 1;
  }
  return found;
}

void find_configured(const Scan& scan, const std::vector<text::Pattern>& patterns,
                     Candidates& found) {
  for (const auto& pattern : patterns) {
    const auto ranges = pattern.find_all(scan.text());
    for (const auto& range : ranges ? *ranges : found_by_line(pattern, scan.text()))
      if (range.begin < range.end)
        found.push_back({range.begin, range.end, Kind::number, Certainty::form});
  }
}

// Where the texts that are never redacted stand.
Ranges kept_ranges(const Scan& scan, const std::vector<std::string>& keep) {
  Ranges kept;
  if (keep.empty()) return kept;
  std::string small(scan.text());
  std::ranges::transform(small, small.begin(), lower);
  for (const auto& text : keep)
    for (std::size_t at = small.find(text); at != small.npos; at = small.find(text, at + 1))
      if (!scan.letter_or_digit_before(at) && !scan.letter_or_digit_at(at + text.size()))
        kept.push_back({at, at + text.size()});
  return kept;
}

bool inside_any(const Candidate& candidate, const Ranges& ranges) {
  return std::ranges::any_of(ranges, [&](const text::ByteRange& range) {
    return range.begin <= candidate.begin && candidate.end <= range.end;
  });
}

std::vector<Finding> in_original(const Scan& scan, const Candidates& candidates) {
  std::vector<Finding> findings;
  findings.reserve(candidates.size());
  for (const Candidate& candidate : candidates) {
    const auto range = scan.original(candidate.begin, candidate.end);
    // Two may share a character of the original ("㍘" is two of the plain form).
    const std::size_t begin =
        findings.empty() ? range.begin : std::max(range.begin, findings.back().end);
    if (begin < range.end) findings.push_back({begin, range.end, candidate.kind});
  }
  return findings;
}

}  // namespace

struct Redactor::Rules {
  std::vector<text::Pattern> patterns;
  std::vector<std::string> keep;  // in plain form, ASCII in lower case
};

Redactor::Redactor(std::unique_ptr<const Rules> rules) : rules_(std::move(rules)) {}
Redactor::Redactor(Redactor&&) noexcept = default;
Redactor& Redactor::operator=(Redactor&&) noexcept = default;
Redactor::~Redactor() = default;

Result<Redactor> Redactor::create(const RedactConfig& config) {
  auto rules = std::make_unique<Rules>();
  for (const auto& [name, expression] : config.patterns) {
    auto pattern = text::Pattern::create(expression);
    if (!pattern)
      return fail(pattern.error().what, "redact.patterns." + name, pattern.error().hint);
    rules->patterns.push_back(std::move(*pattern));
  }
  for (const auto& text : config.keep) {
    std::string plain = text::plain_form(text).text;
    std::ranges::transform(plain, plain.begin(), lower);
    if (!plain.empty()) rules->keep.push_back(std::move(plain));
  }
  return Redactor(std::move(rules));
}

std::vector<Finding> Redactor::find(std::string_view text, std::string_view lang) const {
  KnownNames names;
  return find(text, lang, names);
}

std::vector<Finding> Redactor::find(std::string_view text, std::string_view lang,
                                    KnownNames& names) const {
  const Scan scan(text, lang);
  Candidates found;
  for (const auto scanner : kScanners) scanner(scan, found);
  find_configured(scan, rules_->patterns, found);
  const Ranges kept = kept_ranges(scan, rules_->keep);
  const auto stays = [&](const Candidate& candidate) {
    return candidate.begin >= candidate.end || inside_any(candidate, kept) ||
           scan.touches_placeholder(candidate.begin, candidate.end);
  };
  std::erase_if(found, stays);
  settle(found);
  for (const Candidate& candidate : found)
    if (candidate.kind == Kind::name) names.add(scan.between(candidate.begin, candidate.end));
  const std::size_t before = found.size();
  names.find(scan, found);
  if (found.size() > before) {
    std::erase_if(found, stays);
    settle(found);
  }
  return in_original(scan, found);
}

}  // namespace kb::redact
