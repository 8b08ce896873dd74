// Texts with numbers, names and dates in them, as each language words them: ICU message patterns.
//
//   auto polish = MessageFormatter::create("pl", {{"results", "{count, plural, one {# wynik} "
//                                                  "few {# wyniki} other {# wyników}}"}});
//   polish->format("results", {{"count", 3}});      -> "3 wyniki"
//   format_date(time, "ro")                         -> "2 aprilie 2026"
//
// Patterns are parsed once, in create(), which fails naming the first that is malformed.
// Thread-safe.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb::text {

class MessageFormatter {
 public:
  // Key to pattern.
  using Patterns = std::map<std::string, std::string, std::less<>>;
  using Value = std::variant<std::int64_t, std::string>;
  using Arguments = std::vector<std::pair<std::string, Value>>;

  static Result<MessageFormatter> create(std::string lang, const Patterns& patterns);

  MessageFormatter(MessageFormatter&&) noexcept;
  MessageFormatter& operator=(MessageFormatter&&) noexcept;
  ~MessageFormatter();

  const std::string& lang() const { return lang_; }
  bool has(std::string_view key) const;
  std::set<std::string> argument_names(std::string_view key) const;

  // An argument that the pattern names and the call lacks shows as "{name}"; a key without a
  // pattern shows as the key: visible on the page, harmless to the rest of it.
  std::string format(std::string_view key, const Arguments& arguments = {}) const;

 private:
  struct Message;
  explicit MessageFormatter(std::string lang);

  std::string lang_;
  std::map<std::string, std::unique_ptr<Message>, std::less<>> messages_;
};

// The plural categories of `lang` (CLDR: "one", "few" …) that some plural in the pattern has no
// form for; empty for a pattern without plurals, or a malformed one, which create() refuses.
std::set<std::string> missing_plural_forms(std::string_view pattern, std::string_view lang);

std::string format_date(Time time, std::string_view lang);  // the day in UTC: "April 2, 2026"
std::string format_number(std::int64_t number, std::string_view lang);  // "1,234"

// The name of a language in a language, as inside a sentence: "română" for ("ro", "ro"), "Romanian"
// for ("ro", "en"); its tag if ICU has no name for it.
std::string language_name(std::string_view lang, std::string_view in_lang);

bool is_right_to_left(std::string_view lang);

}  // namespace kb::text
