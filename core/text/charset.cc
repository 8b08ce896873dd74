#include "core/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

namespace kb::text {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter open(const std::string& charset) {
  if (charset.empty()) return nullptr;  // ICU would take the system's own
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

}  // namespace

bool is_known_charset(const std::string& charset) {
  return open(charset) != nullptr;
}

Result<std::string> decode_charset(std::string_view bytes, const std::string& charset) {
  const Converter converter = open(charset);
  if (!converter)
    return fail("unknown encoding '" + charset + "'", {}, "such as UTF-8 or windows-1252");
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) return fail("cannot be read as " + charset + ": " + u_errorName(status));
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace kb::text
