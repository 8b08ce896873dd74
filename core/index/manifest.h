// What a generation holds and how it was made: manifest.json in its folder.
//
//   Result<Manifest> manifest = Manifest::parse(json);
//   manifest->databases[0].facts.articles
//
// `settings` changes whenever the same files could become another index (layouts, languages,
// analysis, schema): then everything is built anew. Plain values; parse fails on another schema.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article/applies_to.h"
#include "core/article/category.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/index/database_name.h"
#include "core/index/database_writer.h"
#include "core/index/field.h"

namespace kb::index {

struct DatabaseEntry {
  DatabaseName name;
  DatabaseFacts facts;
};

struct Manifest {
  int schema = kSchemaVersion;
  std::string settings;                         // fingerprint of configuration and code
  std::map<std::string, std::string> analysis;  // language -> fingerprint of its analyser
  std::map<std::string, std::string> libraries;
  std::string content;  // hash over all sources: equal content, equal answers
  Time created;
  std::optional<Time> next_change;  // when a dated article appears or goes: build again then
  std::uint64_t tickets_mark = 0;   // the store's change up to which tickets are in
  std::vector<DatabaseEntry> databases;
  std::vector<Category> categories;       // in the order to show
  std::vector<AppliesToAxis> applies_to;  // likewise

  static Result<Manifest> parse(std::string_view json);
  std::string to_json() const;
};

std::map<std::string, std::string> library_versions();

}  // namespace kb::index
