// The words of categories, and of what articles apply to, in a reader's language.
//
//   category_name(config, generation, "billing", "pl")              -> "Płatności i plany"
//   applies_to_badges(config, generation, row.applies_to, "pl")     -> {{"plan:home", "Home"}}
//
// What no list names is made readable. Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/base/config.h"
#include "core/index/generation.h"
#include "server/page/layout.h"

namespace kb {

// Null: categories.yaml does not name it.
const Category* find_category(const index::Generation& generation, std::string_view key);

std::string category_name(const Config& config, const index::Generation& generation,
                          const std::string& key, const std::string& lang);

// The subfolder of an article in its category: "hub" of "troubleshooting/hub/reset"; may be empty.
std::string subfolder_of(std::string_view id);

std::vector<page::Badge> applies_to_badges(const Config& config,
                                           const index::Generation& generation,
                                           const std::vector<std::string>& applies_to,
                                           const std::string& lang);

// What a reader can choose by: each axis whole.
std::vector<page::FilterAxis> applies_to_filter(const Config& config,
                                                const index::Generation& generation,
                                                const std::string& lang);

}  // namespace kb
