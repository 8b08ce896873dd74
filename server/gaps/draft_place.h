// Where the draft for a gap goes: the first free place that the configuration has for it.
//
//   auto place = free_place(config, generation, {.lang = "pl", .id = "billing/zwrot-kosztow"});
//   place->file        // content/articles/pl/billing/zwrot-kosztow-2.md, if the first is taken
//
// In the folder of `gaps.drafts`, else in the first source of articles, by its layout. A place is
// taken by a file, or by an article of that id in any language: it would be taken for a
// translation. Nothing is written. Thread-safe.

#pragma once

#include <filesystem>
#include <string>

#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/generation.h"

namespace kb {

struct DraftWish {
  std::string lang;
  std::string id;
  bool is_translation = false;  // the id is the original's, and is to be
};

struct DraftPlace {
  std::filesystem::path folder;
  std::filesystem::path file;
  std::string id;
};

// `generation`: null where there is no index yet.
Result<DraftPlace> free_place(const Config& config, const index::Generation* generation,
                              const DraftWish& wish);

}  // namespace kb
