// What is live, in figures: what readers of each language get, what translations lack, what it
// takes on disk.
//
//   Result<LiveInfo> info = read_live_info(config);
//   info->languages[1].stale                     // translations older than their originals
//
// Originals are the texts in the site's default language. Fails where there is no index. Reads
// only; thread-safe.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/generation.h"

namespace kb {

struct LanguageInfo {
  std::string lang;
  std::uint64_t articles = 0;  // for everyone
  std::uint64_t sections = 0;
  std::uint64_t words = 0;
  std::size_t agents_only = 0;  // articles that only agents can read
  std::size_t drafts = 0;       // and those yet to appear
  std::size_t stale = 0;        // of the originals: translated from an older text
  std::size_t missing = 0;      // of the originals: not translated at all
  std::size_t tickets = 0;      // resolved ones that agents find
  std::size_t questions = 0;    // that they ask: near duplicates are one
  std::size_t taught = 0;       // articles that readers taught search to rank higher or lower
};

struct LiveInfo {
  index::GenerationNumber generation = 0;
  Time published;
  std::optional<Time> next_change;  // when an article appears or expires
  std::vector<LanguageInfo> languages;
  std::string content;            // fingerprint of all sources
  std::string analysis;           // fingerprint of how words are made of texts, in all languages
  std::size_t files = 0;          // images and attachments
  std::uint64_t live_bytes = 0;   // of the live generation
  std::uint64_t index_bytes = 0;  // of everything: earlier generations and files, too
  std::map<std::string, std::string> libraries;
};

Result<LiveInfo> read_live_info(const Config& config);

}  // namespace kb
