#include "server/link_filler.h"

#include <algorithm>

#include "core/article/link.h"

namespace kb {
namespace {

constexpr std::string_view kMark = "=\"kb-";

// The sections of an article, or none where its record cannot be read: then the link leads to the
// top of the page.
std::vector<std::string> anchors_of(const index::Generation& generation,
                                    const index::Generation::Found& found) {
  std::vector<std::string> anchors;
  const auto record =
      generation.read_record(*found.database, *found.row, index::Generation::Part::head);
  if (!record) return anchors;
  for (const auto& section : record->sections()) anchors.emplace_back(section.anchor);
  return anchors;
}

}  // namespace

std::optional<index::Generation::Found> find_for_reader(const index::Generation& generation,
                                                        const Reader& reader, std::string_view id,
                                                        const std::string& preferred) {
  const auto in = [&](const std::string& lang) -> std::optional<index::Generation::Found> {
    auto found = generation.find(lang, id, reader.audience);
    return found && found->row->alive(reader.now) ? found : std::nullopt;
  };
  if (auto found = in(reader.lang)) return found;
  if (!preferred.empty())
    if (auto found = in(preferred)) return found;
  for (const auto& lang : reader.fallbacks)
    if (auto found = in(lang)) return found;
  for (const auto& lang : generation.languages(reader.audience))
    if (auto found = in(lang)) return found;
  return std::nullopt;
}

std::string LinkFiller::fill(std::string_view html) const {
  std::string out;
  out.reserve(html.size());
  for (;;) {
    const auto mark = html.find(kMark);
    if (mark == std::string_view::npos) break;
    const auto value = mark + 2;
    const auto end = html.find('"', value);
    const auto space = html.rfind(' ', mark);
    if (end == std::string_view::npos || space == std::string_view::npos) break;
    out.append(html.substr(0, space));
    out += attribute(html.substr(space + 1, mark - space - 1), html.substr(value, end - value));
    html.remove_prefix(end + 1);
  }
  return out.append(html);
}

// ` href="/ro/a/refund"`, ` src="/files/…" width="640" height="360"`; empty: it leads nowhere.
std::string LinkFiller::attribute(std::string_view name, std::string_view symbolic) const {
  const auto written = [&](const std::string& url) {
    return url.empty() ? url : " " + std::string(name) + "=\"" + url + "\"";
  };
  if (symbolic.starts_with(kArticleScheme))
    return written(article_url(symbolic.substr(kArticleScheme.size())));
  const auto* file = generation_.file(symbolic, reader_.audience);
  if (file == nullptr) return {};
  auto text =
      written(urls_.file(file->hash, percent_decode(symbolic.substr(symbolic.rfind('/') + 1))));
  if (name == "src" && file->width > 0)
    text += " width=\"" + std::to_string(file->width) + "\" height=\"" +
            std::to_string(file->height) + "\"";
  return text;
}

std::string LinkFiller::article_url(std::string_view target) const {
  const auto hash = target.find('#');
  const std::string anchor =
      hash == std::string_view::npos ? std::string() : percent_decode(target.substr(hash + 1));
  target = target.substr(0, hash);
  const auto slash = target.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string lang(target.substr(0, slash));
  const std::string id = percent_decode(target.substr(slash + 1));
  const auto chosen = find_for_reader(generation_, reader_, id, lang);
  if (!chosen) return {};
  return urls_.article(chosen->database->name.lang, id, chosen->row->kind,
                       anchor_in(*chosen, lang, id, anchor));
}

// The anchor itself where the chosen text has it; in a translation, whose anchors come from its own
// headings, that of the section in the same place.
std::string LinkFiller::anchor_in(const index::Generation::Found& chosen,
                                  const std::string& link_lang, const std::string& id,
                                  const std::string& anchor) const {
  if (anchor.empty() || chosen.database->name.lang == link_lang) return anchor;
  const auto there = anchors_of(generation_, chosen);
  if (std::find(there.begin(), there.end(), anchor) != there.end()) return anchor;
  const auto written_for = generation_.find(link_lang, id, reader_.audience);
  if (!written_for) return {};
  const auto here = anchors_of(generation_, *written_for);
  const auto place = std::find(here.begin(), here.end(), anchor);
  if (place == here.end() || here.size() != there.size()) return {};
  return there[static_cast<std::size_t>(place - here.begin())];
}

}  // namespace kb
