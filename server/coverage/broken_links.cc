#include "server/coverage/broken_links.h"

#include <algorithm>
#include <set>

#include "core/article/link.h"

namespace kb {
namespace {

using index::Generation;

constexpr std::string_view kLinkMark = "=\"kb-article:";

bool leads_somewhere(const Generation& generation, const std::string& lang, const std::string& id,
                     Time now) {
  const auto is_there = [&](const std::string& in, const std::string& which) {
    const auto found = generation.find(in, which, Audience::everyone);
    return found && found->row->alive(now);
  };
  const auto moved = generation.redirected(lang, id);
  return std::ranges::any_of(generation.languages(), [&](const std::string& in) {
    return is_there(in, id) || (moved && is_there(in, *moved));
  });
}

}  // namespace

std::vector<std::string> broken_links(const Generation& generation,
                                      const Generation::Found& article, Time now) {
  const auto& row = *article.row;
  auto html = article.database->records.bytes().substr(row.record_offset, row.record_size);
  html.remove_prefix(std::min<std::size_t>(row.record_head_size, html.size()));
  std::set<std::string> broken;
  for (auto at = html.find(kLinkMark); at != html.npos; at = html.find(kLinkMark)) {
    html.remove_prefix(at + kLinkMark.size());
    const auto target = html.substr(0, html.find_first_of("\"#"));
    const auto slash = target.find('/');
    if (slash == target.npos) continue;
    const std::string lang(target.substr(0, slash));
    const auto id = percent_decode(target.substr(slash + 1));
    if (!leads_somewhere(generation, lang, id, now)) broken.insert(lang + "/" + id);
  }
  return {broken.begin(), broken.end()};
}

std::string current_object(const Generation& generation, std::string_view object) {
  const auto slash = object.find('/');
  if (slash == object.npos) return std::string(object);
  const std::string lang(object.substr(0, slash));
  const auto id = object.substr(slash + 1);
  if (generation.find(lang, id, Audience::everyone)) return std::string(object);
  const auto moved = generation.redirected(lang, id);
  return moved ? lang + "/" + *moved : std::string(object);
}

}  // namespace kb
