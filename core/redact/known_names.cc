#include "core/redact/known_names.h"

#include <algorithm>
#include <vector>

#include "core/redact/letter.h"
#include "core/redact/name_span.h"

namespace kb::redact {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" -.'", i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

bool all_in(const std::vector<std::string_view>& some, const std::vector<std::string_view>& all) {
  return std::ranges::all_of(
      some, [&](std::string_view word) { return std::ranges::find(all, word) != all.end(); });
}

// Letters as people see them: two for what is one letter in many scripts.
constexpr std::size_t kShortest = 3;  // bytes

}  // namespace

void KnownNames::add(std::string_view name) {
  const std::string plain = folded(name);
  for (const auto word : words_of(plain)) {
    const CueSet cues = cues_of(word);
    const bool common = cues.has_any({Cue::particle, Cue::no_name, Cue::title, Cue::company});
    if (word.size() >= kShortest && !common) words_.emplace(word);
  }
}

bool KnownNames::knows(const Scan& scan, const Word& word) const {
  return word.capital && words_.contains(folded(scan.between(word.begin, word.end)));
}

void KnownNames::find(const Scan& scan, Candidates& found) const {
  if (words_.empty()) return;
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    if (!knows(scan, scan.words[i])) continue;
    std::size_t last = i;
    while (last + 1 < scan.words.size() && knows(scan, scan.words[last + 1])) {
      const auto gap = scan.between(scan.words[last].end, scan.words[last + 1].begin);
      if (gap != " " && gap != "-" && gap != "'") break;
      ++last;
    }
    // "Krüger GmbH" is a company that is called as its owner is.
    const bool company = company_follows(scan, scan.words[last].end);
    if (!company && (last > i || !scan.words[i].cues.has(Cue::doubtful_name)))
      found.push_back({scan.words[i].begin, scan.words[last].end, Kind::name, Certainty::context});
    i = last;
  }
}

bool KnownNames::same_person(std::string_view folded_a, std::string_view folded_b) {
  const auto a = words_of(folded_a), b = words_of(folded_b);
  return a.size() < b.size() ? all_in(a, b) : all_in(b, a);
}

}  // namespace kb::redact
