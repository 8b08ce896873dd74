// The labelled test set of redaction: texts with marks on what must go.
//
//   for (const LabelledCase& labelled : read_cases(folder)) …
//   labelled.text          "Please write to anna.brook@mail.example instead."
//   labelled.marks         {{16, 39, Kind::email}}
//
// A file a language, `{lang}.tsv`: a line that starts with '#' says how to read it; each other line
// is a case. For one test thread.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/redact/redactor.h"

namespace kb::redact {

struct LabelledCase {
  std::string lang, text;
  std::string where;  // "pl.tsv:12"
  std::vector<Finding> marks;
};

std::vector<LabelledCase> read_cases(const std::filesystem::path& folder);

// The parts of a text, each as "kind:value", for messages and comparisons in tests.
std::vector<std::string> shown(std::string_view text, const std::vector<Finding>& findings);

// What a scanner-level test expects of `text` in `lang`: "phone:601 234 567 | name:Anna".
std::string found_in(std::string_view text, std::string_view lang);

}  // namespace kb::redact
