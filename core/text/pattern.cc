#include "core/text/pattern.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

namespace kb::text {
namespace {

constexpr int32_t kMostSteps = 500;        // ICU's unit, roughly a millisecond each
constexpr int32_t kMostStack = 1'000'000;  // bytes

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

Error gave_up(const std::string& expression, UErrorCode status) {
  return Error{
      "the pattern '" + expression + "' takes too long on a text (" + u_errorName(status) + ")", "",
      "write it without repetitions inside repetitions"};
}

}  // namespace

struct Pattern::Compiled {
  std::string expression;
  std::unique_ptr<icu::RegexPattern> pattern;
};

Pattern::Pattern(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Result<Pattern> Pattern::create(const std::string& expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError at{};
  auto compiled = std::make_unique<Compiled>();
  compiled->expression = expression;
  compiled->pattern.reset(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(expression), at, status));
  if (U_FAILURE(status) || expression.empty())
    return fail("not a regular expression: '" + expression + "'", "",
                "look near character " + std::to_string(at.offset + 1));
  return Pattern(std::move(compiled));
}

Result<std::vector<ByteRange>> Pattern::find_all(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> input(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status));
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(status));
  if (U_FAILURE(status)) return fail(gave_up(compiled_->expression, status));
  matcher->setTimeLimit(kMostSteps, status);
  matcher->setStackLimit(kMostStack, status);
  matcher->reset(input.get());
  std::vector<ByteRange> found;
  while (matcher->find(status) && U_SUCCESS(status)) {
    const ByteRange range{static_cast<std::size_t>(matcher->start64(status)),
                          static_cast<std::size_t>(matcher->end64(status))};
    if (range.begin < range.end) found.push_back(range);
  }
  if (U_FAILURE(status)) return fail(gave_up(compiled_->expression, status));
  return found;
}

}  // namespace kb::text
