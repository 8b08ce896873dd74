#include "scripts/benchmarks/table.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/clock.h"
#include "core/base/date.h"

namespace kb::bench {
namespace {

using nlohmann::json;

// Three digits that mean something: "4,100" is noise beyond that, "0.82" is not.
std::string figure(double value) {
  std::array<char, 32> text{};
  const int decimals = std::abs(value) < 10 ? 2 : std::abs(value) < 100 ? 1 : 0;
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return text.data();
}

std::string bar_text(const Row& row) {
  if (!row.bar) return "";
  return (row.bar->kind == Bar::Kind::at_least ? ">= " : "<= ") + figure(row.bar->value);
}

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name"))
      if (const auto colon = line.find(": "); colon != std::string::npos)
        return line.substr(colon + 2);
  return "unknown processor";
}

}  // namespace

std::optional<double> Row::ratio() const {
  if (!baseline || *baseline == 0) return std::nullopt;
  return project / *baseline;
}

std::optional<bool> Row::met() const {
  if (!bar) return std::nullopt;
  if (baseline && !ratio()) return false;
  const double judged = baseline ? *ratio() : project;
  return bar->kind == Bar::Kind::at_least ? judged >= bar->value : judged <= bar->value;
}

Setting describe(std::string content, std::size_t pages, std::size_t queries) {
  double load = 0;
  ::getloadavg(&load, 1);
  return {std::move(content), pages, queries, iso_date(SystemClock().now()),
          std::to_string(std::thread::hardware_concurrency()) + " cores, " + processor() +
              ", load " + figure(load)};
}

void print_table(std::FILE* out, const Setting& setting, const std::vector<Row>& rows) {
  std::fprintf(out, "%s: %zu pages, %zu queries. %s, %s.\n\n", setting.content.c_str(),
               setting.pages, setting.queries, setting.date.c_str(), setting.machine.c_str());
  std::fprintf(out, "| %-54s | %-11s | %9s | %9s | %6s | %7s | %-3s |\n", "what", "unit", "project",
               "baseline", "ratio", "bar", "met");
  std::fprintf(out, "|:%s-|:%s-|-%s:|-%s:|-%s:|-%s:|:%s-|\n", std::string(54, '-').c_str(),
               std::string(11, '-').c_str(), std::string(9, '-').c_str(),
               std::string(9, '-').c_str(), std::string(6, '-').c_str(),
               std::string(7, '-').c_str(), std::string(3, '-').c_str());
  for (const auto& row : rows) {
    const auto met = row.met();
    std::fprintf(out, "| %-54s | %-11s | %9s | %9s | %6s | %7s | %-3s |\n", row.what.c_str(),
                 row.unit.c_str(), figure(row.project).c_str(),
                 row.baseline ? figure(*row.baseline).c_str() : "",
                 row.ratio() ? figure(*row.ratio()).c_str() : "", bar_text(row).c_str(),
                 !met   ? ""
                 : *met ? "yes"
                        : "NO");
  }
}

void print_json(std::FILE* out, const Setting& setting, const std::vector<Row>& rows) {
  json figures = json::array();
  for (const auto& row : rows) {
    const auto ratio = row.ratio();
    const auto met = row.met();
    json bar = nullptr;
    if (row.bar)
      bar = {{row.bar->kind == Bar::Kind::at_least ? "at_least" : "at_most", row.bar->value}};
    figures.push_back({{"what", row.what},
                       {"unit", row.unit},
                       {"project", row.project},
                       {"baseline", row.baseline ? json(*row.baseline) : json(nullptr)},
                       {"ratio", ratio ? json(*ratio) : json(nullptr)},
                       {"bar", bar},
                       {"met", met ? json(*met) : json(nullptr)}});
  }
  const json all = {{"content", setting.content}, {"pages", setting.pages},
                    {"queries", setting.queries}, {"date", setting.date},
                    {"machine", setting.machine}, {"figures", figures}};
  std::fprintf(out, "%s\n", all.dump(2).c_str());
}

}  // namespace kb::bench
