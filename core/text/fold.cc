#include "core/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace kb::text {
namespace {

bool folds(UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(letter, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    default:
      return false;
  }
}

// Nobody leaves out the breve of й, which has a key of its own.
bool is_letter_with(UChar32 base, UChar32 mark) {
  constexpr UChar32 kBreve = 0x0306;
  return base == u'и' && mark == kBreve;
}

// Letters that Unicode does not decompose, as they are typed without a national keyboard.
const char16_t* typed_as(UChar32 letter) {
  switch (letter) {
    case u'ł':
      return u"l";
    case u'ø':
      return u"o";
    case u'đ':
      return u"d";
    case u'ð':
      return u"d";
    case u'þ':
      return u"th";
    case u'ħ':
      return u"h";
    case u'ŧ':
      return u"t";
    case u'ı':
      return u"i";
    case u'ß':
      return u"ss";
    case u'æ':
      return u"ae";
    case u'œ':
      return u"oe";
    case u'ς':
      return u"σ";
    case 0x0640:
      return u"";  // Arabic tatweel only stretches a word
    case 0x0649:
      return u"\u064A";  // alef maksura, written for a final ya
    case 0x0629:
      return u"\u0647";  // ta marbuta, written as ha
    default:
      return nullptr;
  }
}

}  // namespace

std::string fold(std::string_view word) {
  if (std::all_of(word.begin(), word.end(),
                  [](char c) { return static_cast<signed char>(c) >= 0; }))
    return std::string(word);
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  const auto decomposed = icu::Normalizer2::getNFDInstance(status)->normalize(source, status);
  icu::UnicodeString bare;
  UChar32 base = 0;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) {
      if (!folds(base) || is_letter_with(base, c)) bare.append(c);
      continue;
    }
    base = c;
    if (const char16_t* plain = typed_as(c))
      bare.append(plain, -1);
    else
      bare.append(c);
  }
  std::string folded;
  icu::Normalizer2::getNFCInstance(status)->normalize(bare, status).toUTF8String(folded);
  return U_SUCCESS(status) ? folded : std::string(word);
}

}  // namespace kb::text
