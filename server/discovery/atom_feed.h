// New and changed articles of one language as an Atom feed (RFC 4287).
//
//   AtomFeed feed{.title = "Fernway Help: …", .lang = "en", .url = …, .home_url = …};
//   feed.entries.push_back({.title = row.title, .url = …, .updated = *row.updated});
//   atom_feed(feed)      -> "<?xml …"
//
// Addresses are absolute; an entry's is its id. Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"

namespace kb {

struct AtomEntry {
  std::string title = {};
  std::string url = {};
  Time updated = {};
  std::string summary = {};   // may be empty
  std::string category = {};  // its name; may be empty
};

struct AtomFeed {
  std::string title = {};
  std::string author = {};
  std::string lang = {};
  std::string url = {};  // of the feed itself
  std::string home_url = {};
  Time updated = {};                    // where there are no entries
  std::vector<AtomEntry> entries = {};  // newest first
};

std::string atom_feed(const AtomFeed& feed);

}  // namespace kb
