// Whether a translation is behind its original: what writers' tools and the article's page tell.
//
//   is_stale({.updated = april, .revision = hash}, {.updated = march})                  -> true
//   is_stale(original, {.updated = march, .source_revision = "2026-04-02"})             -> false
//
// `source_revision` says from which original it was made: the date of its `updated`, or the first
// digits (7 or more) of its revision, as kb-index check prints it. Without, the dates decide: a
// translation updated before its original is stale. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace kb {

struct TextVersion {
  std::optional<Time> updated = {};
  std::uint64_t revision = 0;             // hash of its file
  std::string_view source_revision = {};  // of a translation
};

bool is_stale(const TextVersion& original, const TextVersion& translation);

// 16 hex digits, of which writers give the first.
std::string revision_text(std::uint64_t revision);

}  // namespace kb
