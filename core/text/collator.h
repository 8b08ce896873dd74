// The order in which a language puts words: "Ärger" between "Apfel" and "Birne" in German, "ł"
// after "l" in Polish, numbers by their value ("step 2" before "step 10").
//
//   Collator collator("pl");
//   std::sort(keys…);                      // of collator.sort_key(title): plain bytes to compare
//
// Languages that ICU does not know are ordered by the Unicode default. Not thread-safe: one a
// thread.

#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kb::text {

class Collator {
 public:
  explicit Collator(std::string_view lang);
  Collator(Collator&&) noexcept;
  ~Collator();

  std::string sort_key(std::string_view text) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb::text
