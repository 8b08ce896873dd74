#include "server/contact/suggestions.h"

#include <algorithm>

#include "core/text/normal_form.h"
#include "server/contact/passage.h"
#include "server/page/html_text.h"
#include "server/page/reader_words.h"

namespace kb {
namespace {

constexpr std::size_t kMostHits = 100;
constexpr std::size_t kLongestText = 2'000;  // bytes of a passage that is not HTML

const index::RecordSection* section_of(const index::Record& record, std::string_view anchor) {
  for (const auto& section : record.sections())
    if (section.anchor == anchor && !section.text.empty()) return &section;
  return nullptr;
}

std::string paragraphs(std::string_view text) {
  text = text::utf8_prefix(text, kLongestText);
  std::string html;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (end > 0) html += "<p>" + page::escape_html(text.substr(0, end)) + "</p>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return html;
}

Result<std::string> passage_of(const HelpCenter& center, const index::Generation& generation,
                               const index::Hit& hit) {
  const auto found = generation.find(hit.lang, hit.id, center.audience());
  if (!found) return std::string();
  const auto record =
      generation.read_record(*found->database, *found->row, index::Generation::Part::all);
  if (!record) return fail(record.error());
  const std::string anchor = hit.section ? hit.section->anchor : std::string();
  const auto url = center.urls.article(hit.lang, hit.id, hit.kind);
  auto html = passage_html(record->html(), anchor, url);
  if (html.empty()) {
    const auto* section = section_of(*record, anchor);
    return paragraphs(section ? section->text : record->summary());
  }
  const auto reader = center.reader(hit.lang);
  const auto& texts = center.renderer.texts();
  const auto words = texts.in(texts.language_for(hit.lang, center.config.site.default_language));
  return page::with_reader_words(LinkFiller(generation, center.urls, reader).fill(html), hit.lang,
                                 words);
}

}  // namespace

Result<Suggestions> find_suggestions(const HelpCenter& center, index::Searcher& searcher,
                                     const SuggestionRequest& request) {
  const auto found =
      searcher.search({.text = request.text,
                       .lang = request.lang,
                       .fallbacks = center.config.fallbacks_of(request.lang),
                       .limit = std::min(request.limit + request.known.size(), kMostHits),
                       .audience = center.audience(),
                       .now = center.clock.now(),
                       .message = true,
                       .subject = request.subject});
  if (!found) return fail(found.error());
  Suggestions suggestions{.total = std::min(found->total, index::kExactTotal),
                          .total_is_lower_bound = found->total_is_lower_bound};
  for (const auto& hit : found->hits) {
    if (std::ranges::find(request.known, object_of(hit)) != request.known.end()) {
      suggestions.total -= std::min<std::size_t>(suggestions.total, 1);
      continue;
    }
    if (suggestions.list.size() == request.limit) break;
    auto passage = passage_of(center, searcher.generation(), hit);
    if (!passage) return fail(passage.error());
    suggestions.list.push_back({hit, std::move(*passage)});
  }
  return suggestions;
}

}  // namespace kb
