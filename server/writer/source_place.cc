#include "server/writer/source_place.h"

#include <algorithm>
#include <vector>

#include "core/text/slug.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestId = 200;  // bytes
constexpr std::string_view kLang = "{lang}";
constexpr std::string_view kPath = "{path}";

std::vector<std::string_view> segments(std::string_view id) {
  std::vector<std::string_view> found;
  for (std::size_t begin = 0;;) {
    const auto slash = id.find('/', begin);
    found.push_back(id.substr(begin, slash - begin));
    if (slash == std::string_view::npos) return found;
    begin = slash + 1;
  }
}

// What a build reads: no folder above, nothing hidden.
bool is_read(std::string_view segment) {
  return !segment.empty() && segment.front() != '.' && segment.front() != '_' &&
         segment.find_first_of(std::string_view("\\\0", 2)) == std::string_view::npos;
}

std::string with(std::string pattern, std::string_view name, const std::string& value) {
  const auto at = pattern.find(name);
  return at == std::string::npos ? pattern : pattern.replace(at, name.size(), value);
}

// One place for each pattern that can hold it.
std::vector<fs::path> places(const SourceConfig& source, const std::string& default_language,
                             const std::string& lang, const std::string& id) {
  std::vector<fs::path> found;
  for (const auto& pattern : source.layout)
    if (lang == default_language || pattern.find(kLang) != std::string::npos)
      found.push_back(source.path / with(with(pattern, kLang, lang), kPath, id));
  return found;
}

Result<void> check(std::string_view id) {
  const auto parts = segments(id);
  if (id.size() <= kLongestId && std::all_of(parts.begin(), parts.end(), is_read)) return {};
  return fail("cannot be a path: '" + std::string(id) + "'", {}, "write it as late-parcel");
}

}  // namespace

Result<fs::path> place_of(const SourceConfig& source, const std::string& default_language,
                          const std::string& lang, const std::string& id) {
  if (auto checked = check(id); !checked) return fail(checked.error());
  auto found = places(source, default_language, lang, id);
  if (found.empty())
    return fail("the layout has no place for texts in '" + lang + "'", source.path.string(),
                "add a pattern with {lang} to its `layout` in kb.yaml");
  return found.front();
}

std::optional<fs::path> place_beside(const SourceConfig& source,
                                     const std::string& default_language, const std::string& lang,
                                     const std::string& id, const std::string& new_id) {
  if (!check(id) || !check(new_id)) return std::nullopt;
  const auto there = places(source, default_language, lang, id);
  const auto beside = places(source, default_language, lang, new_id);
  std::error_code error;
  for (std::size_t i = 0; i < there.size(); ++i)
    for (const auto& file : {there[i], fs::path(there[i].string() + "x")})
      if (fs::is_regular_file(file, error)) return beside[i];
  return std::nullopt;
}

bool is_plain_id(std::string_view id) {
  const auto parts = segments(id);
  return id.size() <= kLongestId && std::all_of(parts.begin(), parts.end(), [](const auto& part) {
           return is_read(part) && text::is_slug(part) && part.find('.') == part.npos;
         });
}

}  // namespace kb
