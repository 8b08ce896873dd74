#include "core/text/message.h"

#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <mutex>

namespace kb::text {
namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

icu::Locale locale_of(std::string_view lang) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(lang.data(), static_cast<int>(lang.size())), status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

std::set<std::string> names_in(const icu::UnicodeString& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  icu::MessagePattern parsed(pattern, nullptr, status);
  std::set<std::string> names;
  if (U_FAILURE(status)) return names;
  for (int i = 0; i < parsed.countParts(); ++i) {
    const auto& part = parsed.getPart(i);
    const bool is_name = part.getType() == UMSGPAT_PART_TYPE_ARG_NAME ||
                         part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER;
    if (is_name) names.insert(to_utf8(parsed.getSubstring(part)));
  }
  return names;
}

icu::Formattable formattable(const MessageFormatter::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return icu::Formattable(*number);
  return icu::Formattable(from_utf8(std::get<std::string>(value)));
}

std::set<std::string> plural_categories(const icu::Locale& locale, UPluralType type) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale, type, status));
  const std::unique_ptr<icu::StringEnumeration> keywords(rules ? rules->getKeywords(status)
                                                               : nullptr);
  std::set<std::string> categories;
  while (const auto* keyword = keywords ? keywords->snext(status) : nullptr)
    categories.insert(to_utf8(*keyword));
  return categories;
}

// The selectors of the argument that starts at `start`, not those of arguments inside its forms.
std::set<std::string> selectors_of(const icu::MessagePattern& parsed, int start) {
  std::set<std::string> selectors;
  for (int i = start + 1; i < parsed.getLimitPartIndex(start); ++i) {
    const auto& part = parsed.getPart(i);
    if (part.getType() == UMSGPAT_PART_TYPE_MSG_START) i = parsed.getLimitPartIndex(i);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR)
      selectors.insert(to_utf8(parsed.getSubstring(part)));
  }
  return selectors;
}

Error malformed(std::string_view key, std::string_view pattern, const UParseError& at) {
  return Error{"text `" + std::string(key) + "` is no ICU message: '" + std::string(pattern) + "'",
               "", "look near character " + std::to_string(at.offset + 1)};
}

}  // namespace

// MessageFormat fills caches inside its const functions (ICU 72), so each has a lock; a text
// without arguments is formatted once and needs neither.
struct MessageFormatter::Message {
  icu::MessageFormat format;
  std::set<std::string> names;
  std::string constant;
  std::mutex mutex;

  Message(const icu::UnicodeString& pattern, const icu::Locale& locale, UParseError& error,
          UErrorCode& status)
      : format(pattern, locale, error, status), names(names_in(pattern)) {
    if (U_SUCCESS(status) && names.empty()) constant = filled({});
  }

  std::string filled(const Arguments& arguments) {
    std::vector<icu::UnicodeString> keys;
    std::vector<icu::Formattable> values;
    for (const auto& [name, value] : arguments) {
      keys.push_back(from_utf8(name));
      values.push_back(formattable(value));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    const std::lock_guard lock(mutex);
    format.format(keys.data(), values.data(), static_cast<int>(keys.size()), out, status);
    return to_utf8(out);
  }
};

MessageFormatter::MessageFormatter(std::string lang) : lang_(std::move(lang)) {}
MessageFormatter::MessageFormatter(MessageFormatter&&) noexcept = default;
MessageFormatter& MessageFormatter::operator=(MessageFormatter&&) noexcept = default;
MessageFormatter::~MessageFormatter() = default;

Result<MessageFormatter> MessageFormatter::create(std::string lang, const Patterns& patterns) {
  MessageFormatter formatter(std::move(lang));
  const icu::Locale locale = locale_of(formatter.lang_);
  for (const auto& [key, pattern] : patterns) {
    UParseError error{};
    UErrorCode status = U_ZERO_ERROR;
    auto message = std::make_unique<Message>(from_utf8(pattern), locale, error, status);
    if (U_FAILURE(status)) return fail(malformed(key, pattern, error));
    formatter.messages_.emplace(key, std::move(message));
  }
  return formatter;
}

bool MessageFormatter::has(std::string_view key) const {
  return messages_.contains(key);
}

std::set<std::string> MessageFormatter::argument_names(std::string_view key) const {
  const auto found = messages_.find(key);
  return found == messages_.end() ? std::set<std::string>{} : found->second->names;
}

std::string MessageFormatter::format(std::string_view key, const Arguments& arguments) const {
  const auto found = messages_.find(key);
  if (found == messages_.end()) return std::string(key);
  Message& message = *found->second;
  return message.names.empty() ? message.constant : message.filled(arguments);
}

std::set<std::string> missing_plural_forms(std::string_view pattern, std::string_view lang) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(from_utf8(pattern), nullptr, status);
  std::set<std::string> missing;
  if (U_FAILURE(status)) return missing;
  for (int i = 0; i < parsed.countParts(); ++i) {
    const auto& part = parsed.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
    const bool ordinal = part.getArgType() == UMSGPAT_ARG_TYPE_SELECTORDINAL;
    if (!ordinal && part.getArgType() != UMSGPAT_ARG_TYPE_PLURAL) continue;
    const auto needed =
        plural_categories(locale_of(lang), ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL);
    const auto given = selectors_of(parsed, i);
    std::ranges::set_difference(needed, given, std::inserter(missing, missing.end()));
  }
  return missing;
}

std::string format_date(Time time, std::string_view lang) {
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale_of(lang)));
  if (!format) return {};
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString out;
  format->format(static_cast<UDate>(time.time_since_epoch().count()) * 1000.0, out);
  return to_utf8(out);
}

std::string format_number(std::int64_t number, std::string_view lang) {
  UErrorCode status = U_ZERO_ERROR;
  const auto out =
      icu::number::NumberFormatter::withLocale(locale_of(lang)).formatInt(number, status);
  return U_SUCCESS(status) ? to_utf8(out.toString(status)) : std::to_string(number);
}

std::string language_name(std::string_view lang, std::string_view in_lang) {
  icu::UnicodeString out;
  const icu::Locale locale = locale_of(lang);
  if (locale == icu::Locale::getRoot()) return std::string(lang);
  return to_utf8(locale.getDisplayName(locale_of(in_lang), out));
}

bool is_right_to_left(std::string_view lang) {
  return locale_of(lang).isRightToLeft() != 0;
}

}  // namespace kb::text
