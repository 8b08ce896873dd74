#include "core/insights/gaps/query_noise.h"

#include <algorithm>
#include <array>
#include <string>

namespace kb::insights {
namespace {

// Nobody writes these to a help center who wants to know something.
constexpr std::array<std::string_view, 29> kProbes = {
    "union select", "union all select", "' or '",        "\" or \"",     "or 1=1",
    "and 1=1",      "' and '",          "'; drop",       "';drop",       "waitfor delay",
    "pg_sleep(",    "xp_cmdshell",      "extractvalue(", "</script",     "javascript:alert",
    "onerror=",     "onload=",          "<svg/",         "../..",        "..\\..",
    "%2e%2e",       "/etc/passwd",      "\\windows\\",   "wp-login.php", "/.env",
    "/.git/",       "${jndi:",          "/bin/sh",       "<!entity"};

// "{{7*7}}": what makes a template engine calculate.
constexpr std::array<std::string_view, 4> kTemplateOpenings = {"{{", "${", "<%", "#{"};

constexpr std::size_t kLongestCode = 24;   // of letters and digits by turns; longer is a token
constexpr int kMostTurns = 4;              // between letters and digits in one code
constexpr std::size_t kLongestPlain = 16;  // of one word of a to z with hardly a vowel
constexpr std::size_t kLongestNumber = 40;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return c >= 'a' && c <= 'z';
}
// Of any script: what is no letter beyond ASCII is rare enough in questions.
bool is_letter(char c) {
  return is_ascii_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_probe(std::string_view text) {
  return std::ranges::any_of(
      kProbes, [&](std::string_view probe) { return text.find(probe) != std::string_view::npos; });
}

bool calculates(std::string_view text) {
  return std::ranges::any_of(kTemplateOpenings, [&](std::string_view opening) {
    const auto found = text.find(opening);
    if (found == std::string_view::npos) return false;
    const auto inside = text.find_first_not_of(" =", found + opening.size());
    return inside != std::string_view::npos && is_digit(text[inside]);
  });
}

bool is_web_address(std::string_view word) {
  return word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.");
}

// 9f86d081884c7d659a2feaa0, eyJhbGciOi…: no error code is like that.
bool is_token(std::string_view word) {
  int turns = 0;
  for (std::size_t i = 1; i < word.size(); ++i)
    turns += is_digit(word[i]) != is_digit(word[i - 1]) ? 1 : 0;
  const bool is_code = std::ranges::all_of(word, [](char c) {
    return is_digit(c) || is_ascii_letter(c) || c == '+' || c == '/' || c == '=' || c == '-';
  });
  return is_code && word.size() >= kLongestCode && turns > kMostTurns;
}

// A hand laid on the keyboard: "sdkjfhskdjfhskdjfh", "aaaaaaaaaaaaaaaaaaa".
bool is_babble(std::string_view word) {
  if (word.size() < kLongestPlain || !std::ranges::all_of(word, is_ascii_letter)) return false;
  const auto vowels = std::ranges::count_if(
      word, [](char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; });
  std::array<bool, 26> seen{};
  for (const char c : word) seen[static_cast<std::size_t>(c - 'a')] = true;
  const auto distinct = std::ranges::count(seen, true);
  return vowels * 6 < static_cast<std::ptrdiff_t>(word.size()) || distinct <= 4;
}

// What redaction left: «e-mail».
std::string without_placeholders(std::string_view text) {
  constexpr std::string_view kOpening = "«";
  constexpr std::string_view kClosing = "»";
  std::string rest;
  while (true) {
    const auto begin = text.find(kOpening);
    const auto end = begin == std::string_view::npos ? begin : text.find(kClosing, begin);
    rest += text.substr(0, end == std::string_view::npos ? text.size() : begin);
    if (end == std::string_view::npos) return rest;
    text.remove_prefix(end + kClosing.size());
  }
}

bool says_nothing(std::string_view word) {
  return is_web_address(word) || is_token(word) || is_babble(word);
}

// No word in it that might be one.
bool has_no_words(std::string_view text) {
  const bool has_letters = std::ranges::any_of(text, is_letter);
  const bool has_digits = std::ranges::any_of(text, is_digit);
  if (!has_letters) return !has_digits || text.size() > kLongestNumber;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    if (!word.empty() && !says_nothing(word)) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

}  // namespace

bool is_noise(std::string_view text) {
  return is_probe(text) || calculates(text) || has_no_words(without_placeholders(text));
}

}  // namespace kb::insights
