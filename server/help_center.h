// What all requests share: the configuration, the live index, the pages' templates, the clock.
//
//   HelpCenter center{config, urls, pool, renderer, clock, shelves, suggester, read_counts,
//                     figures};
//   answer_article(center, request, route);     // pages.h, json_api.h
//
// Thread-safe: every part is, and which they are never changes once serving.

#pragma once

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/index/searcher_pool.h"
#include "core/index/suggester.h"
#include "server/branding.h"
#include "server/link_filler.h"
#include "server/live_store.h"
#include "server/login/login.h"
#include "server/page/renderer.h"
#include "server/pages/shelf_cache.h"
#include "server/preview.h"
#include "server/read_counts.h"
#include "server/urls.h"

namespace kb {

class BuildRunner;
class ContactDesk;
class ContextDesk;
class DeliveryWorker;
class Events;
class GapBoard;
struct KeptFigures;
class ReplayRunner;

struct HelpCenter {
  const Config& config;
  const Urls& urls;
  index::SearcherPool& searchers;
  const page::Renderer& renderer;
  const Clock& clock;
  ShelfCache& shelves;
  index::Suggester& suggester;
  ReadCounts& read_counts;
  KeptFigures& figures;
  Branding branding = {};
  const Preview* preview = nullptr;       // null: the help center as customers see it
  const LiveStore* live_store = nullptr;  // null: nobody logs in
  Login* login = nullptr;                 // there where live_store is
  BuildRunner* builds = nullptr;          // null: nothing is published from here
  Events* events = nullptr;               // null: a preview, nothing is noted
  ContactDesk* contact = nullptr;         // null: a preview, nothing is sent
  DeliveryWorker* deliveries = nullptr;   // null: nothing goes out from here
  ContextDesk* context = nullptr;         // null: a test without it
  GapBoard* gaps = nullptr;               // null: a preview, or a test without it
  ReplayRunner* replays = nullptr;        // null: nothing is tried from here

  store::Store* store() const { return live_store ? live_store->get() : nullptr; }
  Audience audience() const { return preview ? Audience::writers : Audience::everyone; }
  Reader reader(const std::string& lang) const {
    return {lang, config.fallbacks_of(lang), audience(), clock.now()};
  }
};

}  // namespace kb
