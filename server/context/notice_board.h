// The topics that the team pinned to the home page, as they are now.
//
//   NoticeBoard board(clock, problem);
//   for (const auto& shown : board.shown(center, *generation, "pl")) …
//   // {.text = "Opóźnione paczki", .url = "/pl/a/delivery/late", …}
//
// Pages read them from memory; the store is asked every kNoticesLast. While it is away the last
// ones stay; if it never was there, there are none. Thread-safe.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/index/generation.h"
#include "core/store/notices.h"
#include "server/context/refreshed.h"

namespace kb {

struct HelpCenter;

inline constexpr std::chrono::seconds kNoticesLast{30};

struct ShownNotice {
  std::string text = {};
  std::string article_lang = {};  // where it leads; empty: nowhere
  std::string article_id = {};
  std::string url = {};
};

class NoticeBoard {
 public:
  NoticeBoard(const Clock& clock, std::function<void(const Error&)> problem)
      : notices_(clock, kNoticesLast), problem_(std::move(problem)) {}

  // For readers of `lang`: those of that language and those of all.
  std::vector<ShownNotice> shown(const HelpCenter& center, const index::Generation& generation,
                                 const std::string& lang);
  void changed() { notices_.forget(); }  // somebody pinned one, or took one away

 private:
  Refreshed<std::vector<store::Notice>> notices_;
  const std::function<void(const Error&)> problem_;
};

}  // namespace kb
