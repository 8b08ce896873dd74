// What a check found, as people, programs and continuous integration read it.
//
//   std::string json = to_json(report);                // {"findings": […], "errors": 3, …}
//   for (const auto& line : text_lines(report, …)) …   // "a.md:4: error: what; hint [rule]"
//   for (const auto& line : github_lines(report, …)) … // "::error file=a.md,line=4,title=rule::…"
//
// Hints of one rule come by the dozen: by default the first few of each language are shown, and how
// many more there are. Plain values and pure functions.

#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/check/findings.h"

namespace kb {

struct CheckReport {
  std::vector<Finding>
      findings;  // by file and line; the hints after all else, by rule and language
  std::map<std::string, std::size_t> articles;  // how many were read, by language
  std::chrono::milliseconds time{0};

  std::size_t count(Severity severity) const;
  std::size_t article_count() const;
};

// Puts findings in the order in which a report has them.
void sort_findings(std::vector<Finding>& findings);

// Leaves what concerns one language, or none in particular.
void keep_language(CheckReport& report, const std::string& lang);

enum class Hints { few, all };

std::string to_json(const CheckReport& report);
std::vector<std::string> text_lines(const CheckReport& report, Hints hints);
// GitHub wants paths from the repository's root, which is where its jobs run: `folder`.
std::vector<std::string> github_lines(const CheckReport& report, Hints hints,
                                      const std::filesystem::path& folder);

// "3 errors, 12 warnings, 40 hints in 214 articles, 0.8 s"
std::string summary_line(const CheckReport& report);

}  // namespace kb
