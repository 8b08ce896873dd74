// What all requests share: the configuration, the live index, the pages' templates, the clock.
//
//   HelpCenter center{config, urls, pool, renderer, clock};
//   answer_article(center, request, route);     // pages.h, json_api.h
//
// Thread-safe: every part is, and the whole never changes once serving.

#pragma once

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/index/searcher_pool.h"
#include "server/link_filler.h"
#include "server/page/renderer.h"
#include "server/urls.h"

namespace kb {

struct HelpCenter {
  const Config& config;
  const Urls& urls;
  index::SearcherPool& searchers;
  const page::Renderer& renderer;
  const Clock& clock;

  Reader reader(const std::string& lang) const {
    return {lang, config.fallbacks_of(lang), Audience::everyone, clock.now()};
  }
};

}  // namespace kb
