#include "indexer/check/check_report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string_view>
#include <tuple>

namespace kb {
namespace {

constexpr std::size_t kFewHints = 5;  // of one rule in one language

auto order_of(const Finding& finding) {
  const bool hint = finding.severity == Severity::hint;
  const Place& place = finding.place;
  return std::tuple(hint, hint ? finding.rule : std::string_view(),
                    hint ? std::string_view(place.lang) : std::string_view(),
                    std::string_view(place.file), place.line, finding.severity, finding.rule,
                    std::string_view(finding.what));
}

// File names and links may hold anything; a finding is one line.
std::string one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

std::string what_and_hint(const Finding& finding) {
  return finding.hint.empty() ? finding.what : finding.what + "; " + finding.hint;
}

std::string more_of(const Finding& hint, std::size_t count) {
  std::string text = "… and " + std::to_string(count) + " more " + std::string(hint.rule);
  if (!hint.place.lang.empty()) text += " in " + hint.place.lang;
  return text + " (--all shows them)";
}

// Calls `show` for the findings to be shown, and `more` with how many of the same kind are not.
void for_each_shown(const CheckReport& report, Hints hints,
                    const std::function<void(const Finding&)>& show,
                    const std::function<void(const Finding&, std::size_t)>& more) {
  const auto& all = report.findings;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i + 1;
    if (all[i].severity == Severity::hint)
      while (end < all.size() && all[end].rule == all[i].rule &&
             all[end].place.lang == all[i].place.lang)
        ++end;
    const std::size_t shown = hints == Hints::all ? end - i : std::min(end - i, kFewHints);
    for (std::size_t k = i; k < i + shown; ++k) show(all[k]);
    if (shown < end - i) more(all[i], end - i - shown);
    i = end;
  }
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

double seconds(const CheckReport& report) {
  return static_cast<double>(report.time.count()) / 1000;
}

// As GitHub's runner undoes it; in properties `:` and `,` have a meaning, too.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

std::string github_level(Severity severity) {
  return severity == Severity::hint ? "notice" : std::string(name_of(severity));
}

std::string from_folder(const std::string& file, const std::filesystem::path& folder) {
  const std::filesystem::path path(file);
  if (path.is_relative()) return path.lexically_normal().generic_string();
  const auto relative = path.lexically_relative(folder);
  const bool outside = relative.empty() || *relative.begin() == "..";
  return outside ? file : relative.generic_string();
}

}  // namespace

std::size_t CheckReport::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

std::size_t CheckReport::article_count() const {
  return std::accumulate(articles.begin(), articles.end(), std::size_t{0},
                         [](std::size_t sum, const auto& entry) { return sum + entry.second; });
}

void sort_findings(std::vector<Finding>& findings) {
  std::sort(findings.begin(), findings.end(),
            [](const Finding& a, const Finding& b) { return order_of(a) < order_of(b); });
}

void keep_language(CheckReport& report, const std::string& lang) {
  std::erase_if(report.findings, [&](const Finding& finding) {
    return !finding.place.lang.empty() && finding.place.lang != lang;
  });
  std::erase_if(report.articles, [&](const auto& entry) { return entry.first != lang; });
}

std::string to_json(const CheckReport& report) {
  using nlohmann::json;
  json findings = json::array();
  for (const Finding& finding : report.findings)
    findings.push_back({{"severity", name_of(finding.severity)},
                        {"rule", finding.rule},
                        {"file", finding.place.file},
                        {"line", finding.place.line},
                        {"lang", finding.place.lang},
                        {"id", finding.place.id},
                        {"what", finding.what},
                        {"hint", finding.hint}});
  const json all = {{"findings", std::move(findings)},
                    {"errors", report.count(Severity::error)},
                    {"warnings", report.count(Severity::warning)},
                    {"hints", report.count(Severity::hint)},
                    {"articles", report.article_count()},
                    {"seconds", seconds(report)}};
  return all.dump(2, ' ', false, json::error_handler_t::replace);
}

std::vector<std::string> text_lines(const CheckReport& report, Hints hints) {
  std::vector<std::string> lines;
  for_each_shown(
      report, hints,
      [&](const Finding& finding) {
        lines.push_back(one_line(finding.place.file + ":" + std::to_string(finding.place.line) +
                                 ": " + std::string(name_of(finding.severity)) + ": " +
                                 what_and_hint(finding) + " [" + std::string(finding.rule) + "]"));
      },
      [&](const Finding& hint, std::size_t count) { lines.push_back(more_of(hint, count)); });
  return lines;
}

std::vector<std::string> github_lines(const CheckReport& report, Hints hints,
                                      const std::filesystem::path& folder) {
  std::vector<std::string> lines;
  for_each_shown(
      report, hints,
      [&](const Finding& finding) {
        lines.push_back("::" + github_level(finding.severity) + " file=" +
                        escaped(from_folder(finding.place.file, folder), /*property=*/true) +
                        ",line=" + std::to_string(finding.place.line) +
                        ",title=" + escaped(finding.rule, /*property=*/true) +
                        "::" + escaped(what_and_hint(finding), /*property=*/false));
      },
      [&](const Finding& hint, std::size_t count) {
        lines.push_back("::notice title=" + escaped(hint.rule, /*property=*/true) +
                        "::" + escaped(more_of(hint, count), /*property=*/false));
      });
  return lines;
}

std::string summary_line(const CheckReport& report) {
  std::array<char, 32> time{};
  std::snprintf(time.data(), time.size(), "%.1f s", seconds(report));
  return counted(report.count(Severity::error), "error") + ", " +
         counted(report.count(Severity::warning), "warning") + ", " +
         counted(report.count(Severity::hint), "hint") + " in " +
         counted(report.article_count(), "article") + ", " + time.data();
}

}  // namespace kb
