#include "server/discovery/title_index.h"

#include <algorithm>
#include <tuple>

#include "core/text/fold.h"
#include "core/text/normal_form.h"

namespace kb {
namespace {

// " reset your password": a word begins after each space.
std::string folded(std::string_view title) {
  std::string text = " " + text::fold(text::caseless(title));
  std::replace_if(
      text.begin(), text.end(),
      [](char c) {
        return std::string_view("\t\n-/()[]\"'.,:;").find(c) != std::string_view::npos;
      },
      ' ');
  const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
  text.erase(std::unique(text.begin(), text.end(), both_spaces), text.end());
  return text;
}

}  // namespace

std::shared_ptr<const TitleIndex::Titles> TitleIndex::titles_of(
    const std::shared_ptr<const Shelves>& shelves, const std::string& lang) {
  {
    const std::lock_guard lock(mutex_);
    const auto& kept = kept_[lang];
    if (kept && kept->shelves == shelves) return kept;
  }
  auto made = std::make_shared<Titles>();
  made->shelves = shelves;
  for (const auto& [category, rows] : shelves->all())
    for (const auto* row : rows) made->folded.emplace_back(folded(row->title), row);
  const std::lock_guard lock(mutex_);
  kept_[lang] = made;
  return made;
}

std::vector<const index::Row*> TitleIndex::complete(const std::shared_ptr<const Shelves>& shelves,
                                                    const std::string& lang, std::string_view typed,
                                                    std::size_t limit) {
  std::string wanted = folded(typed);
  while (wanted.ends_with(' ')) wanted.pop_back();
  if (wanted.empty()) return {};
  const auto titles = titles_of(shelves, lang);
  std::vector<std::tuple<bool, std::size_t, const index::Row*>> found;
  for (const auto& [title, row] : titles->folded)
    if (const auto at = title.find(wanted); at != title.npos)
      found.emplace_back(at > 0, title.size(), row);
  const auto shown = std::min(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), found.end(),
                    [](const auto& a, const auto& b) {
                      return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)->id) <
                             std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b)->id);
                    });
  std::vector<const index::Row*> rows;
  for (std::size_t i = 0; i < shown; ++i) rows.push_back(std::get<2>(found[i]));
  return rows;
}

void TitleIndex::clear() {
  const std::lock_guard lock(mutex_);
  kept_.clear();
}

}  // namespace kb
