#include "core/text/normal_form.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace kb::text {
namespace {

bool is_all_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

std::string repaired(std::string_view text) {
  std::string out;
  return icu::UnicodeString::fromUTF8(
             icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .toUTF8String(out);
}

std::string normalised(const icu::Normalizer2* form, std::string_view text) {
  if (!is_valid_utf8(text)) return normalised(form, repaired(text));
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                      nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_all_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  return normalised(icu::Normalizer2::getNFCInstance(status), text);
}

std::string nfd(std::string_view text) {
  if (is_all_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  return normalised(icu::Normalizer2::getNFDInstance(status), text);
}

std::string caseless(std::string_view text) {
  if (is_all_ascii(text)) {
    std::string lower(text);
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return lower;
  }
  UErrorCode status = U_ZERO_ERROR;
  return normalised(icu::Normalizer2::getNFKCCasefoldInstance(status), text);
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int64_t>(text.size());
  for (int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  for (const char32_t letter : text) {
    uint8_t bytes[U8_MAX_LENGTH];
    const bool scalar = letter <= 0x10FFFF && !U_IS_SURROGATE(letter);
    const UChar32 c = scalar ? static_cast<UChar32>(letter) : 0xFFFD;
    int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }
  return out;
}

bool is_valid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int64_t>(text.size());
  for (int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::string_view utf8_prefix(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace kb::text
