// A regular expression that a person wrote (ICU's syntax), with bounds on what it may cost.
//
//   auto orders = Pattern::create("FW-[0-9]{6}");          // a malformed one: an Error naming it
//   auto ranges = orders->find_all("Where is FW-204817?");  // {{9, 18}}
//
// A pattern that runs out of time or stack on a text (nested repetitions do) is an Error, not a
// hang. Empty matches are left out. Immutable, thread-safe.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/plain_form.h"

namespace kb::text {

class Pattern {
 public:
  static Result<Pattern> create(const std::string& expression);

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // Bytes of `text`, which is UTF-8.
  Result<std::vector<ByteRange>> find_all(std::string_view text) const;

 private:
  struct Compiled;
  explicit Pattern(std::unique_ptr<const Compiled> compiled);

  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace kb::text
