// Takes personal data and secrets out of texts: tickets, queries, forms, drafts.
//
//   auto redactor = Redactor::create(config.redact);         // a bad pattern: an Error naming it
//   redactor->find("Call +48 601 234 567", "en");            // {{5, 20, Kind::phone}}
//
//   TicketRedaction ticket(*redactor, "en");                 // one for all texts of a ticket
//   for (const auto& text : texts) ticket.learn(text);       // whose names are known everywhere
//   ticket.redact("Hi Anna, call +48 601 234 567");          // "Hi «name», call «phone»"
//
// What is not redacted stays byte for byte (except bytes that are no UTF-8: they become U+FFFD). An
// earlier redaction's placeholders stay; redacting twice changes nothing more. A Redactor is
// immutable and thread-safe, a TicketRedaction is neither. Texts of less than 4 GB.

#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/config.h"
#include "core/base/result.h"
#include "core/redact/kind.h"
#include "core/redact/known_names.h"

namespace kb::redact {

struct Finding {
  std::size_t begin = 0, end = 0;  // bytes of the input
  Kind kind = Kind::number;

  bool operator==(const Finding&) const = default;
};

class Redactor {
 public:
  static Result<Redactor> create(const RedactConfig& config);

  Redactor(Redactor&&) noexcept;
  Redactor& operator=(Redactor&&) noexcept;
  ~Redactor();

  // Sorted and disjoint, whole characters. `lang` tells how national numbers look; "" if unknown.
  std::vector<Finding> find(std::string_view text, std::string_view lang) const;

  // The same; the names in `names` are found too, and those of the text added to them.
  std::vector<Finding> find(std::string_view text, std::string_view lang, KnownNames& names) const;

 private:
  struct Rules;
  explicit Redactor(std::unique_ptr<const Rules> rules);

  std::unique_ptr<const Rules> rules_;
};

// One ticket's texts: the same value gets the same placeholder in all of them ("«e-mail»", the
// second distinct one "«e-mail 2»"); a name found in one text is redacted in the others too.
class TicketRedaction {
 public:
  // `lang`: of the placeholders, and of the national forms of numbers. `redactor` must outlive it.
  TicketRedaction(const Redactor& redactor, std::string_view lang);

  void learn(std::string_view text);  // a first pass over all texts, so that none misses a name
  std::string redact(std::string_view text);

  const std::map<Kind, std::size_t>& counts() const { return counts_; }  // replaced, by kind

 private:
  std::string redact_once(std::string_view text, bool& changed);
  const std::string& placeholder(Kind kind, std::string_view value);

  const Redactor& redactor_;
  std::string lang_;
  KnownNames names_;
  // By label: the values that have one, and what stands for each.
  std::map<std::string_view, std::vector<std::pair<std::string, std::string>>> placeholders_;
  std::map<Kind, std::size_t> counts_;
};

}  // namespace kb::redact
