#include "core/text/restored_endings.h"

#include <array>

namespace kb::text {
namespace {

struct Ending {
  std::string_view lang, bare, restored;
};
// The longest of a language comes first.
constexpr std::array kEndings = {
    Ending{"ca", "cio", "ció"},   Ending{"ca", "sio", "sió"},  Ending{"es", "cion", "ción"},
    Ending{"es", "sion", "sión"}, Ending{"es", "io", "ió"},    Ending{"es", "i", "í"},
    Ending{"fr", "ees", "ées"},   Ending{"fr", "ee", "ée"},    Ending{"fr", "os", "o"},
    Ending{"fr", "us", "u"},      Ending{"pt", "coes", "ção"}, Ending{"pt", "cao", "ção"},
    Ending{"pt", "soes", "são"},  Ending{"pt", "sao", "são"},  Ending{"pt", "toes", "tão"},
    Ending{"pt", "tao", "tão"},   Ending{"pt", "veis", "vel"},
};

// Vowels of an ending follow the one before: after a it is ı.
std::string with_turkish_harmony(std::string_view folded) {
  std::string word;
  char vowel = 0;
  for (const char c : folded) {
    const bool back = c == 'i' && vowel == 'a';
    if (std::string_view("aeiou").find(c) != std::string_view::npos) vowel = back ? 'a' : c;
    if (back)
      word += "ı";
    else
      word += c;
  }
  return word;
}

}  // namespace

std::string with_restored_ending(std::string_view folded, std::string_view base_language) {
  if (base_language == "tr") return with_turkish_harmony(folded);
  for (const auto& ending : kEndings)
    if (ending.lang == base_language && folded.ends_with(ending.bare))
      return std::string(folded.substr(0, folded.size() - ending.bare.size())) +
             std::string(ending.restored);
  return std::string(folded);
}

}  // namespace kb::text
