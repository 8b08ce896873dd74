#include "scripts/benchmarks/queries.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <random>
#include <set>
#include <string_view>

namespace kb::bench {
namespace {

constexpr std::size_t kMostWords = 5;
constexpr std::size_t kSingleWordPerCent = 15;
constexpr std::size_t kLongestRun = 4;  // letters of a "word" where words are not spaced
constexpr std::array<std::string_view, 6> kUnspaced = {"ja", "zh", "th", "lo", "km", "my"};

bool is_unspaced(std::string_view lang) {
  return std::find(kUnspaced.begin(), kUnspaced.end(), lang.substr(0, 2)) != kUnspaced.end();
}

// A word may start and end with these bytes; others are punctuation.
bool is_letter(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80 || std::isalnum(code) != 0;
}

bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

bool begins_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// What says what the page is about: its heading, its front matter's words, its descriptions.
bool is_telling(std::string_view line) {
  if (line.find("://") != std::string_view::npos) return false;
  return line.starts_with("# ") || line.starts_with("> ") || line.starts_with("title:") ||
         line.starts_with("summary:");
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    while (!word.empty() && !is_letter(word.back())) word.pop_back();
    if (word.size() > 1) words.push_back(word);
    word.clear();
  };
  for (const char byte : line.substr(line.find(' ') + 1)) {
    if (is_letter(byte) || (!word.empty() && byte == '-'))
      word += byte;
    else
      end_word();
  }
  end_word();
  return words;
}

// Draws queries out of one page; every draw is another one.
class QueryMaker {
 public:
  explicit QueryMaker(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::string make(const SourceFile& file) {
    std::vector<std::string> words = telling_words(file);
    if (words.empty()) return {};
    const std::size_t wanted = below(100) < kSingleWordPerCent ? 1 : 2 + below(kMostWords - 1);
    const std::size_t count = std::min(wanted, words.size());
    const std::size_t first = below(words.size() - count + 1);
    std::string query;
    for (std::size_t i = first; i < first + count; ++i) {
      if (!query.empty()) query += ' ';
      query += is_unspaced(file.lang) ? run_of(words[i]) : words[i];
    }
    return query;
  }

 private:
  static std::vector<std::string> telling_words(const SourceFile& file) {
    std::vector<std::string> words;
    std::ifstream in(file.file);
    for (std::string line; std::getline(in, line);)
      if (is_telling(line))
        for (auto& word : words_of(line)) words.push_back(std::move(word));
    return words;
  }

  std::string run_of(const std::string& word) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < word.size(); ++i)
      if (begins_letter(word[i])) starts.push_back(i);
    if (is_ascii(word[0]) || starts.size() <= kLongestRun) return word;
    const std::size_t first = below(starts.size() - kLongestRun);
    return word.substr(starts[first], starts[first + kLongestRun] - starts[first]);
  }

  std::mt19937_64 random_;
};

}  // namespace

std::vector<SearchQuery> make_queries(const std::vector<SourceFile>& files, std::size_t count,
                                      std::uint64_t seed) {
  QueryMaker maker(seed);
  std::vector<SearchQuery> queries;
  std::set<SearchQuery> seen;
  for (std::size_t tries = 0; tries < count * 20 && queries.size() < count; ++tries) {
    const auto& file = files[maker.below(files.size())];
    SearchQuery query{file.lang, maker.make(file)};
    if (!query.text.empty() && seen.insert(query).second) queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace kb::bench
