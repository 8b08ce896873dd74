#include "indexer/check/prose_language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "core/text/detector.h"

namespace kb {
namespace {

constexpr std::size_t kEnoughLetters = 200;

// Languages so near to each other that the detector confuses them, by their base tags.
constexpr auto kRelatives = std::to_array<std::string_view>({
    " hr sr bs sh me cnr ",
    " id ms jv su ",
    " nb no nn da sv ",
    " gl es pt ca ast oc ",
    " cs sk ",
    " bg mk ",
    " ru uk be ",
    " fa prs ",
    " tl fil ceb ",
    " af nl ",
    " az tr ",
    " hi mr ne ",
    " zh yue ",
    " xh zu ",
});

// Without addresses: their words are English wherever they stand.
std::string without_addresses(std::string_view prose) {
  std::string words;
  while (!prose.empty()) {
    const std::size_t end = std::min(prose.find_first_of(" \t\n"), prose.size() - 1) + 1;
    const std::string_view word = prose.substr(0, end);
    if (word.find("://") == word.npos && word.find("www.") == word.npos) words += word;
    prose.remove_prefix(end);
  }
  return words;
}

std::string_view base(std::string_view lang) {
  return lang.substr(0, lang.find('-'));
}

bool are_near(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::string in_a = " " + std::string(a) + " ", in_b = " " + std::string(b) + " ";
  return std::any_of(kRelatives.begin(), kRelatives.end(), [&](std::string_view family) {
    return family.find(in_a) != family.npos && family.find(in_b) != family.npos;
  });
}

// In other scripts than Latin, what punctuation there is counts as letters, which does not matter.
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC2;
  }));
}

}  // namespace

std::optional<std::string> other_language(std::string_view prose, std::string_view said) {
  const std::string words = without_addresses(prose);
  if (letters(words) < kEnoughLetters) return std::nullopt;
  auto detected = text::detect_language(words);
  if (!detected || are_near(base(*detected), base(said))) return std::nullopt;
  return detected;
}

}  // namespace kb
