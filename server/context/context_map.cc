#include "server/context/context_map.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/text/normal_form.h"
#include "server/events/product_page.h"

namespace kb {
namespace {

// As product_page.h writes pages. A pattern has no scheme to tell a host from a path by: what does
// not begin with a slash begins with a host.
std::string written_as_page(std::string_view pattern) {
  const bool has_host = !pattern.starts_with('/') && pattern.find("://") == pattern.npos;
  auto page = host_and_path(has_host ? "https://" + std::string(pattern) : std::string(pattern));
  // "*" alone names no host, but all pages.
  if (pattern.ends_with('*') && page.ends_with('/')) page.pop_back();
  return page;
}

// "*" stands for any run of characters. Goes back to the newest star only, so it takes the length
// of the one times the length of the other at most.
bool matches(std::string_view pattern, std::string_view text) {
  std::size_t at = 0;
  std::size_t star = pattern.npos;
  std::size_t star_end = 0;  // of what the newest star stands for
  for (std::size_t i = 0; i < text.size();) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      star_end = i;
    } else if (at < pattern.size() && pattern[at] == text[i]) {
      ++at;
      ++i;
    } else if (star != pattern.npos) {
      at = star + 1;
      i = ++star_end;
    } else {
      return false;
    }
  }
  return pattern.substr(at).find_first_not_of('*') == pattern.npos;
}

}  // namespace

std::size_t context_fit(std::string_view pattern, std::string_view page) {
  if (pattern.empty()) return 0;
  if (pattern.starts_with('/')) page.remove_prefix(std::min(page.find('/'), page.size()));
  // "/settings/*" is for "/settings", too.
  const bool fits = matches(pattern, page) ||
                    (pattern.ends_with("/*") && pattern.substr(0, pattern.size() - 2) == page);
  if (!fits) return 0;
  const auto stars = static_cast<std::size_t>(std::ranges::count(pattern, '*'));
  return 1 + pattern.size() - stars;
}

ContextMap::ContextMap(const index::Generation& generation) {
  std::set<Context> contexts;
  std::map<std::string, std::set<std::string>> stages;
  for (const auto& lang : generation.languages()) {
    const auto* database = generation.database({lang, Audience::everyone});
    if (database == nullptr) continue;
    for (const auto& row : database->catalogue.rows()) {
      if (row.id.empty()) continue;
      for (const auto& context : row.contexts)
        if (auto pattern = written_as_page(context); !pattern.empty())
          contexts.insert({std::move(pattern), row.id});
      if (!row.stage.empty()) stages[text::caseless(row.stage)].insert(row.id);
    }
  }
  contexts_.assign(contexts.begin(), contexts.end());
  for (const auto& [stage, ids] : stages) stages_[stage].assign(ids.begin(), ids.end());
}

std::vector<std::string> ContextMap::for_page(std::string_view page) const {
  std::map<std::string, std::size_t> fits;  // by id, which also decides among equals
  for (const auto& [pattern, id] : contexts_)
    if (const auto fit = context_fit(pattern, page); fit > 0) fits[id] = std::max(fits[id], fit);
  std::vector<std::string> ids;
  for (const auto& [id, fit] : fits) ids.push_back(id);
  std::ranges::stable_sort(ids, std::ranges::greater(), [&](const auto& id) { return fits[id]; });
  return ids;
}

std::vector<std::string> ContextMap::for_stage(std::string_view stage) const {
  const auto found = stages_.find(text::caseless(stage));
  return found == stages_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace kb
