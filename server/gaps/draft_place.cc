#include "server/gaps/draft_place.h"

#include <algorithm>

#include "server/writer/source_place.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

constexpr int kMostOfOneTitle = 99;

Result<SourceConfig> source_for(const Config& config) {
  if (!config.gaps.drafts.empty()) {
    SourceConfig drafts;
    drafts.path = config.gaps.drafts;
    return drafts;
  }
  const auto source = std::ranges::find(config.sources, SourceKind::articles, &SourceConfig::kind);
  if (source == config.sources.end())
    return fail("no source is for articles", "kb.yaml",
                "set `gaps: {drafts: …}` to the folder that drafts go to");
  return *source;
}

bool has_article(const index::Generation* generation, const DraftWish& wish,
                 const std::string& id) {
  if (generation == nullptr) return false;
  if (wish.is_translation) return generation->find(wish.lang, id, Audience::writers).has_value();
  return std::ranges::any_of(generation->languages(Audience::writers), [&](const auto& lang) {
    return generation->find(lang, id, Audience::writers).has_value();
  });
}

bool is_there(const fs::path& file) {
  std::error_code error;
  return fs::exists(file, error) || fs::exists(fs::path(file.string() + "x"), error);
}

}  // namespace

Result<DraftPlace> free_place(const Config& config, const index::Generation* generation,
                              const DraftWish& wish) {
  const auto source = source_for(config);
  if (!source) return fail(source.error());
  for (int number = 1; number <= kMostOfOneTitle; ++number) {
    const auto id = number == 1 ? wish.id : wish.id + "-" + std::to_string(number);
    auto file = place_of(*source, config.site.default_language, wish.lang, id);
    if (!file) return fail(file.error());
    if (!is_there(*file) && !has_article(generation, wish, id))
      return DraftPlace{source->path, std::move(*file), id};
  }
  return fail("there are too many drafts of this name", wish.id, "choose another path");
}

}  // namespace kb
