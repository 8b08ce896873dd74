#include "server/page/not_found_page.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {
namespace {

constexpr std::size_t kMaxBytes = 100;

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    if (end > 0) segments.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return segments;
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// "en", "fil", "pt-BR": enough to tell a language from a word of three letters or more to search.
bool looks_like_language(std::string_view segment) {
  const auto base = segment.substr(0, segment.find_first_of("-_"));
  const bool is_tag = base.size() == 2 || (base.size() == 3 && base.size() < segment.size());
  return is_tag && std::ranges::all_of(base, is_letter);
}

bool is_route(std::string_view segment) {
  constexpr auto kRoutes = std::to_array<std::string_view>({"a", "c", "answers", "search"});
  return std::ranges::find(kRoutes, segment) != kRoutes.end();
}

std::string_view without_ending(std::string_view name) {
  constexpr auto kEndings =
      std::to_array<std::string_view>({".html", ".htm", ".php", ".aspx", ".md", ".mdx"});
  for (const auto ending : kEndings) {
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

bool separates(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && std::isalnum(byte) == 0;
}

void append_words(std::string_view segment, std::string& words) {
  for (const char c : segment) {
    if (!separates(c)) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (!words.empty() && words.back() != ' ') words += ' ';
}

// Cuts at the end of a word if there is one, and never inside a character.
void shorten(std::string& words) {
  if (words.size() <= kMaxBytes) return;
  auto end = words.rfind(' ', kMaxBytes);
  if (end == words.npos) {
    end = kMaxBytes;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  }
  words.resize(end);
}

}  // namespace

std::string words_of_path(std::string_view path) {
  auto segments = segments_of(path);
  if (!segments.empty() && looks_like_language(segments.front())) segments.erase(segments.begin());
  if (!segments.empty() && is_route(segments.front())) segments.erase(segments.begin());
  if (!segments.empty()) segments.back() = without_ending(segments.back());
  std::string words;
  for (const auto segment : segments) append_words(segment, words);
  while (!words.empty() && words.back() == ' ') words.pop_back();
  shorten(words);
  return words;
}

std::string render(const Renderer& renderer, const NotFoundPage& page) {
  const Frame frame(renderer, page.site);
  nlohmann::json model = frame.model(
      {.title = frame.text("not_found.title"), .for_engines = false, .search_in_header = false});
  model["has_articles"] = !page.articles.empty();
  model["articles"] = frame.links(page.articles);
  return frame.fill("not_found", model);
}

}  // namespace kb::page
