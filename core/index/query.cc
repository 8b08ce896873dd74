#include "core/index/query.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/index/field.h"
#include "core/text/normal_form.h"

namespace kb::index {
namespace {

// Longer texts are pasted logs: what matters comes first.
constexpr std::size_t kLongestText = 4000;  // bytes

constexpr std::array<std::string_view, 6> kQuotes = {"\"", "“", "”", "„", "«", "»"};

// The size of the quotation mark at `at`, or 0.
std::size_t quote_at(std::string_view text, std::size_t at) {
  for (const auto quote : kQuotes)
    if (text.substr(at).starts_with(quote)) return quote.size();
  return 0;
}

bool is_space(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

// A part of the text: plain words, or what stands in quotes, or what a minus sign excludes.
struct Part {
  std::string_view text;
  bool quoted = false;
  bool excluded = false;
};

std::size_t find_quote(std::string_view text, std::size_t from) {
  while (from < text.size() && quote_at(text, from) == 0) ++from;
  return from;
}

std::vector<Part> split(std::string_view text) {
  std::vector<Part> parts;
  std::size_t plain = 0;
  const auto end_plain = [&](std::size_t at) {
    if (at > plain) parts.push_back({text.substr(plain, at - plain)});
  };
  for (std::size_t i = 0; i < text.size();) {
    const bool minus = text[i] == '-' && (i == 0 || is_space(text[i - 1])) && i + 1 < text.size() &&
                       !is_space(text[i + 1]) && text[i + 1] != '-';
    const std::size_t start = minus ? i + 1 : i;
    if (const auto quote = quote_at(text, start); quote > 0) {
      const auto close = find_quote(text, start + quote);
      if (close < text.size()) {
        end_plain(i);
        parts.push_back({text.substr(start + quote, close - start - quote), true, minus});
        i = plain = close + quote_at(text, close);
        continue;
      }
    } else if (minus) {
      auto end = start;
      while (end < text.size() && !is_space(text[end])) ++end;
      end_plain(i);
      parts.push_back({text.substr(start, end - start), false, true});
      i = plain = end;
      continue;
    }
    ++i;
  }
  end_plain(text.size());
  return parts;
}

Phrase phrase_of(std::string_view text, text::Analyser& analyser) {
  Phrase phrase;
  for (const auto& word : analyser.analyse(text)) {
    if (phrase.size() == kLongestQuery) break;
    phrase.push_back(*word.forms);
  }
  return phrase;
}

void add_words(std::vector<text::WordForms>& words, const Phrase& more) {
  for (const auto& word : more) {
    const bool known = std::any_of(words.begin(), words.end(), [&](const auto& other) {
      return other.surface == word.surface;
    });
    if (!known && words.size() < kLongestQuery) words.push_back(word);
  }
}

// What is written as one word by some and as several by others.
void add_joined(std::vector<Alternative>& alternatives, const text::Analyser& analyser) {
  for (const auto& word : analyser.joined())
    if (alternatives.size() < kLongestQuery)
      alternatives.push_back({{*word.forms}, 1, "written together: " + word.forms->surface});
}

}  // namespace

std::vector<text::WordForms> Query::all_words() const {
  auto all = words;
  for (const auto& phrase : phrases) all.insert(all.end(), phrase.begin(), phrase.end());
  return all;
}

std::string main_term(const text::WordForms& word, bool has_stems) {
  return has_stems ? term(Field::stem, word.stem) : term(Field::word, word.surface);
}

Query parse_query(std::string_view text, text::Analyser& analyser) {
  analyser.trim();
  Query query;
  query.has_stems = analyser.has_stemmer();
  for (const auto& part : split(text::utf8_prefix(text, kLongestText))) {
    Phrase phrase = phrase_of(part.text, analyser);
    if (phrase.empty()) continue;
    if (!part.excluded) add_joined(query.alternatives, analyser);
    if (part.excluded)
      query.excluded.push_back(std::move(phrase));
    else if (part.quoted)
      query.phrases.push_back(std::move(phrase));
    else
      add_words(query.words, phrase);
  }
  // Nothing but exclusions: the minus signs were dashes.
  if (query.words.empty() && query.phrases.empty())
    for (const auto& phrase : std::exchange(query.excluded, {})) add_words(query.words, phrase);
  return query;
}

}  // namespace kb::index
