// Which articles fit which pages of the product, and which stages of the customer's journey: what
// the front matter of one generation says.
//
//   ContextMap map(generation);
//   map.for_page("app.example/settings/billing")  -> {"billing/change-plan"}: the closest first
//   map.for_stage("cancel")                       -> {"billing/cancel-subscription"}
//
// A pattern is a path ("/settings/*"), or a host and a path, with or without https:// before it;
// "*" stands for anything. The more of a page a pattern names, the closer it is. What one language
// of an article says goes for all of them. Never changes, so thread-safe.

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/generation.h"

namespace kb {

// Whether `pattern` fits, and how much of the page it names: characters that are no "*", counted
// from 1; 0: it does not fit.
std::size_t context_fit(std::string_view pattern, std::string_view page);

class ContextMap {
 public:
  explicit ContextMap(const index::Generation& generation);

  // Ids. `page` is as host_and_path() in server/events/product_page.h gives it.
  std::vector<std::string> for_page(std::string_view page) const;
  std::vector<std::string> for_stage(std::string_view stage) const;

 private:
  struct Context {
    std::string pattern;
    std::string id;

    auto operator<=>(const Context&) const = default;
  };
  std::vector<Context> contexts_;
  std::map<std::string, std::vector<std::string>, std::less<>> stages_;  // ids, in their order
};

}  // namespace kb
