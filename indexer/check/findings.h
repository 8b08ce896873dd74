// What kb-index check has found: where, which rule, and what the writer can do.
//
//   Findings findings;
//   findings.add(rules::expired, article.place(4), "expired on 2026-03-01: no reader sees it",
//                "move `expires_at`, or delete the file");
//   std::vector<Finding> all = findings.take();
//
// Each worker has a Findings of its own; append() puts them together. Not thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/check/rule.h"

namespace kb {

struct Place {
  std::string file;  // as the user can open it
  int line = 1;      // from 1
  std::string lang;  // of the article, and its id; empty for other files
  std::string id;

  bool operator==(const Place&) const = default;
};

struct Finding {
  Severity severity = Severity::error;
  std::string_view rule;  // a name in kRules
  Place place;
  std::string what;
  std::string hint;

  bool operator==(const Finding&) const = default;
};

class Findings {
 public:
  void add(const Rule& rule, Place place, std::string what, std::string hint);

  // A problem as reading tells it: its place is "FILE:LINE", or ":LINE" of `file`.
  void add(const Rule& rule, Place file, const Error& problem);

  void append(Findings more);
  std::vector<Finding> take() { return std::move(findings_); }

 private:
  std::vector<Finding> findings_;
};

}  // namespace kb
