#include "server/page/reader_words.h"

#include <array>

#include "server/page/html_text.h"

namespace kb::page {
namespace {

constexpr std::string_view kTitle = R"(<p class="admonition-title")";

// What is recognised at one place of the article, and what stands there instead.
struct Replacement {
  std::size_t length = 0;  // 0: nothing is recognised
  std::string html;
};

class ReaderWords {
 public:
  ReaderWords(std::string_view article_lang, const LanguageTexts& texts)
      : texts_(texts), language_(language_attributes(texts.lang(), article_lang)) {}

  // The texts are the site's own words; escaped all the same, since a site may override them.
  std::string paragraph(std::string_view key) const {
    return std::string(kTitle) + language_ + ">" + escape_html(texts_.format(key)) + "</p>";
  }
  std::string span(std::string_view css_class, std::string_view key) const {
    return "<span class=\"" + std::string(css_class) + "\"" + language_ + ">" +
           escape_html(texts_.format(key)) + "</span>";
  }
  bool has(std::string_view key) const { return texts_.has(key); }

 private:
  const LanguageTexts& texts_;
  std::string language_;
};

// The text between `before` and the next quote in `tag`; empty if there is none.
std::string_view attribute_after(std::string_view tag, std::string_view before) {
  const auto begin = tag.find(before);
  if (begin == tag.npos) return {};
  const auto value = tag.substr(begin + before.size());
  return value.substr(0, value.find('"'));
}

Replacement aside(std::string_view html, const ReaderWords& words) {
  const auto tag = html.substr(0, html.find('>') + 1);
  if (tag.find(R"(class="agents-only")") != tag.npos) {
    return {tag.size(), std::string(tag) + words.paragraph("agents.title")};
  }
  const auto kind = attribute_after(tag, R"(data-kind=")");
  const auto first = html.find_first_not_of(" \n", tag.size());
  const bool titled = first != html.npos && html.substr(first).starts_with(kTitle);
  const auto key = "admonition." + std::string(kind);
  if (kind.empty() || titled || !words.has(key)) return {};
  return {tag.size(), std::string(tag) + words.paragraph(key)};
}

// An empty span of that class, to be filled with the text of that key.
struct Label {
  std::string_view css_class, key, html;
};
constexpr auto kLabels = std::to_array<Label>({
    {"video-label", "video.play", R"(<span class="video-label"></span>)"},
    {"transcript-label", "video.transcript", R"(<span class="transcript-label"></span>)"},
});

Replacement replacement(std::string_view html, const ReaderWords& words) {
  if (html.starts_with(R"(<aside class=")")) return aside(html, words);
  for (const auto& label : kLabels) {
    if (!html.starts_with(label.html)) continue;
    return {label.html.size(), words.span(label.css_class, label.key)};
  }
  return {};
}

}  // namespace

std::string with_reader_words(std::string_view html, std::string_view lang,
                              const LanguageTexts& texts) {
  const ReaderWords words(lang, texts);
  std::string worded;
  worded.reserve(html.size() + html.size() / 8);
  std::size_t done = 0;
  for (auto at = html.find('<'); at != html.npos; at = html.find('<', at)) {
    const auto found = replacement(html.substr(at), words);
    if (found.length == 0) {
      ++at;
      continue;
    }
    worded.append(html, done, at - done).append(found.html);
    at += found.length;
    done = at;
  }
  return worded.append(html, done);
}

}  // namespace kb::page
