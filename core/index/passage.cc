#include "core/index/passage.h"

#include <algorithm>
#include <cstdint>

#include "core/text/normal_form.h"

namespace kb::index {
namespace {

constexpr std::size_t kSnippetWords = 28;   // the window in which matches should stand
constexpr std::size_t kSnippetBytes = 420;  // at most; some 200 letters in three-byte scripts
constexpr std::size_t kLeadBytes = 40;      // words before the first match, for context
constexpr double kHeadingFactor = 1.5;      // a word in a heading says what the section is about
constexpr double kSaturation = 0.7;         // further occurrences count less and less (as in BM25)
constexpr int kNotWanted = -1;

// For each distinct word of the article: which wanted word it is.
std::vector<int> wanted_by_key(const Record& record, const std::vector<WantedWord>& wanted) {
  std::vector<int> by_key(record.keys().size(), kNotWanted);
  for (std::size_t k = 0; k < by_key.size(); ++k)
    for (std::size_t w = 0; w < wanted.size(); ++w)
      if (wanted[w].key.matches(record.keys()[k])) {
        by_key[k] = static_cast<int>(w);
        break;
      }
  return by_key;
}

class SectionScorer {
 public:
  SectionScorer(const std::vector<WantedWord>& wanted, const std::vector<int>& by_key)
      : wanted_(wanted), by_key_(by_key), counts_(wanted.size()) {}

  double score(const RecordSection& section) {
    std::fill(counts_.begin(), counts_.end(), 0.0);
    count(section.encoded_title_words, kHeadingFactor);
    count(section.encoded_words, 1.0);
    double sum = 0;
    for (std::size_t w = 0; w < wanted_.size(); ++w)
      sum += wanted_[w].weight * counts_[w] * (1 + kSaturation) / (counts_[w] + kSaturation);
    return sum;
  }

 private:
  void count(std::string_view encoded, double by) {
    RecordWords words(encoded);
    for (RecordWord word{}; words.next(word);)
      if (word.key < by_key_.size() && by_key_[word.key] != kNotWanted)
        counts_[static_cast<std::size_t>(by_key_[word.key])] += by;
  }

  const std::vector<WantedWord>& wanted_;
  const std::vector<int>& by_key_;
  std::vector<double> counts_;
};

struct Match {
  std::size_t word;  // position among the section's words
  std::uint32_t begin;
  std::uint32_t end;
  std::size_t wanted;
};

// The run of matches, within kSnippetWords words, that holds the most weight.
struct Window {
  std::size_t first = 0;  // indices into the matches
  std::size_t last = 0;
};

Window best_window(const std::vector<Match>& matches, const std::vector<WantedWord>& wanted) {
  constexpr double kRepeated = 0.1;  // what a second occurrence adds
  Window best;
  double best_weight = -1;
  std::vector<int> seen(wanted.size());
  for (std::size_t first = 0; first < matches.size(); ++first) {
    std::fill(seen.begin(), seen.end(), 0);
    double weight = 0;
    std::size_t last = first;
    for (std::size_t i = first;
         i < matches.size() && matches[i].word < matches[first].word + kSnippetWords &&
         (i == first || matches[i].end - matches[first].begin <= kSnippetBytes - 2 * kLeadBytes);
         ++i) {
      weight += wanted[matches[i].wanted].weight * (seen[matches[i].wanted]++ == 0 ? 1 : kRepeated);
      last = i;
    }
    if (weight > best_weight) {
      best_weight = weight;
      best = {first, last};
    }
  }
  return best;
}

// Escaped for HTML; line ends become a separator that reads as a pause.
void append_text(std::string& html, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      case '\n': {
        const bool sentence_ended = i > 0 && (text[i - 1] == '.' || text[i - 1] == ':' ||
                                              text[i - 1] == '!' || text[i - 1] == '?');
        html += sentence_ended ? " " : " · ";
        break;
      }
      default:
        html += text[i];
    }
  }
}

// Where a snippet that shows `from` may begin: at the start of its line if that is near, else at a
// word up to kLeadBytes before.
std::uint32_t snippet_begin(std::string_view text, const std::vector<RecordWord>& words,
                            std::size_t word) {
  const std::uint32_t from = words[word].begin;
  const auto line = text.rfind('\n', from);
  const auto line_begin =
      static_cast<std::uint32_t>(line == std::string_view::npos || from == 0 ? 0 : line + 1);
  if (from - line_begin <= 2 * kLeadBytes) return line_begin;
  while (word > 0 && from - words[word - 1].begin <= kLeadBytes) --word;
  return words[word].begin;
}

std::uint32_t snippet_end(std::string_view text, const std::vector<RecordWord>& words,
                          std::uint32_t begin, std::uint32_t must_show) {
  const auto limit = std::max<std::size_t>(begin + kSnippetBytes / 2, must_show);
  if (limit >= text.size()) return static_cast<std::uint32_t>(text.size());
  std::uint32_t end = must_show;
  std::size_t shown = 0;
  for (const auto& word : words) {
    if (word.begin < begin) continue;
    if (word.end > begin + kSnippetBytes || ++shown > kSnippetWords + 8) break;
    if (word.end > end) end = word.end;
  }
  return end;
}

std::string beginning_of(std::string_view text) {
  std::string html;
  auto shown = text::utf8_prefix(text, kSnippetBytes / 2);
  if (shown.size() < text.size())
    if (const auto space = shown.rfind(' ');
        space != std::string_view::npos && space > shown.size() / 2)
      shown = shown.substr(0, space);
  append_text(html, shown);
  if (shown.size() < text.size()) html += "…";
  return html;
}

std::string snippet(const RecordSection& section, const std::vector<WantedWord>& wanted,
                    const std::vector<int>& by_key) {
  std::vector<RecordWord> words;
  std::vector<Match> matches;
  RecordWords encoded(section.encoded_words);
  for (RecordWord word{}; encoded.next(word);) {
    if (word.end > section.text.size()) break;
    if (word.key < by_key.size() && by_key[word.key] != kNotWanted)
      matches.push_back(
          {words.size(), word.begin, word.end, static_cast<std::size_t>(by_key[word.key])});
    words.push_back(word);
  }
  if (matches.empty()) return beginning_of(section.text);

  const Window window = best_window(matches, wanted);
  const auto begin = snippet_begin(section.text, words, matches[window.first].word);
  const auto end = snippet_end(section.text, words, begin, matches[window.last].end);
  std::string html = begin > 0 ? "… " : "";
  auto at = begin;
  for (const auto& match : matches) {
    if (match.begin < begin || match.end > end || !wanted[match.wanted].mark) continue;
    append_text(html, section.text.substr(at, match.begin - at));
    html += "<mark>";
    append_text(html, section.text.substr(match.begin, match.end - match.begin));
    html += "</mark>";
    at = match.end;
  }
  auto rest = section.text.substr(at, end - at);
  while (!rest.empty() && (rest.back() == '\n' || rest.back() == ' ')) rest.remove_suffix(1);
  append_text(html, rest);
  if (end < section.text.size()) html += " …";
  return html;
}

}  // namespace

Passage best_passage(const Record& record, const std::vector<WantedWord>& wanted) {
  const auto by_key = wanted_by_key(record, wanted);
  SectionScorer scorer(wanted, by_key);
  double best_score = 0;
  const RecordSection* best = nullptr;
  for (const auto& section : record.sections())
    if (const double score = scorer.score(section); score > best_score) {
      best_score = score;
      best = &section;
    }

  Passage passage;
  if (best == nullptr) {  // found by title, keywords or tags alone
    const auto& sections = record.sections();
    const auto with_text = std::find_if(sections.begin(), sections.end(),
                                        [](const auto& s) { return !s.text.empty(); });
    passage.snippet_html = beginning_of(!record.summary().empty()     ? record.summary()
                                        : with_text != sections.end() ? with_text->text
                                                                      : std::string_view());
    return passage;
  }
  if (!best->anchor.empty())
    passage.section = static_cast<std::size_t>(best - record.sections().data());
  passage.snippet_html = snippet(*best, wanted, by_key);
  return passage;
}

}  // namespace kb::index
