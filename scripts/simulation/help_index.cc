#include "scripts/simulation/help_index.h"

#include "core/index/generation.h"

namespace kb::simulation {

HelpIndex::HelpIndex(const Config& config, Time now, std::shared_ptr<const index::Generation> live)
    : config_(&config),
      now_(now),
      stemmers_(std::make_unique<text::Stemmers>()),
      searcher_(std::move(live), *stemmers_) {}

Result<HelpIndex> HelpIndex::open(const Config& config, Time now) {
  auto live = index::Generation::open_current(config.index.path);
  if (!live) return fail(live.error());
  return HelpIndex(config, now, std::move(*live));
}

Result<const Shown*> HelpIndex::search(const std::string& lang, const std::string& text) {
  const auto known = remembered_.find({lang, text});
  if (known != remembered_.end()) return &known->second;
  auto found = searcher_.search(
      {.text = text, .lang = lang, .fallbacks = config_->fallbacks_of(lang), .now = now_});
  if (!found) return fail(found.error());
  Shown shown{std::move(found->hits), found->total, found->corrected.has_value()};
  return &remembered_.emplace(std::pair{lang, text}, std::move(shown)).first->second;
}

}  // namespace kb::simulation
