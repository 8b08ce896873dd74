#include "core/text/collator.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace kb::text {

class Collator::Impl {
 public:
  explicit Impl(std::string_view lang) {
    UErrorCode status = U_ZERO_ERROR;
    collator_.reset(icu::Collator::createInstance(
        icu::Locale::forLanguageTag({lang.data(), static_cast<int32_t>(lang.size())}, status),
        status));
    if (U_FAILURE(status)) {
      collator_.reset();
      return;
    }
    collator_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  }

  // Without a collator (ICU's data is missing), the bytes themselves.
  std::string sort_key(std::string_view text) const {
    if (!collator_) return std::string(text);
    const auto unicode =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    std::string key(4 * static_cast<std::size_t>(unicode.length()) + 16, '\0');
    for (;;) {
      const auto needed = collator_->getSortKey(unicode, reinterpret_cast<uint8_t*>(key.data()),
                                                static_cast<int32_t>(key.size()));
      const bool fits = static_cast<std::size_t>(needed) <= key.size();
      key.resize(static_cast<std::size_t>(needed));
      if (fits) return key;
    }
  }

 private:
  std::unique_ptr<icu::Collator> collator_;
};

Collator::Collator(std::string_view lang) : impl_(std::make_unique<Impl>(lang)) {}
Collator::Collator(Collator&&) noexcept = default;
Collator::~Collator() = default;

std::string Collator::sort_key(std::string_view text) const {
  return impl_->sort_key(text);
}

}  // namespace kb::text
