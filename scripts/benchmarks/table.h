// The benchmark's outcome: measured figures against their baselines and bars.
//
//   Row row{"Searching", "queries/s", 4100, 3900, at_least(1)};   // judged: 4100 / 3900
//   Row other{"Peak memory", "MB", 187, {}, at_most(600)};        // judged: 187
//   print_table(stdout, rows);  print_json(stdout, site, rows);
//
// Plain values, thread-safe as such.

#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace kb::bench {

struct Bar {
  enum class Kind { at_least, at_most };
  Kind kind;
  double value;
};
inline Bar at_least(double value) {
  return {Bar::Kind::at_least, value};
}
inline Bar at_most(double value) {
  return {Bar::Kind::at_most, value};
}

struct Row {
  std::string what;
  std::string unit;
  double project = 0;
  std::optional<double> baseline;
  std::optional<Bar> bar;  // for the ratio to the baseline where there is one

  std::optional<double> ratio() const;
  std::optional<bool> met() const;  // nothing: there is no bar
};

struct Setting {
  std::string content;  // what was indexed: "tldr pages"
  std::size_t pages = 0;
  std::size_t queries = 0;
  std::string date;
  std::string machine;  // "2 cores, Intel Xeon …, load 0.4"
};

// Date and machine as they are now.
Setting describe(std::string content, std::size_t pages, std::size_t queries);

void print_table(std::FILE* out, const Setting& setting, const std::vector<Row>& rows);
void print_json(std::FILE* out, const Setting& setting, const std::vector<Row>& rows);

}  // namespace kb::bench
