// Which articles are read most: counts without any trace of who read them.
//
//   counts.add("en", "billing/refund");
//   counts.most_read("en", 5)          -> ids, most read first
//
// Older readings fade: a week halves them, so that the list is of what is read now. Kept in a file,
// written now and then and at the end; a file that cannot be read or written costs the counts only.
// Thread-safe.

#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb {

class ReadCounts {
 public:
  ReadCounts(std::filesystem::path file, const Clock& clock);

  Result<void> load();  // a file that is not there yet is no error
  Result<void> save();  // if anything was added since

  void add(const std::string& lang, const std::string& id);
  std::vector<std::string> most_read(const std::string& lang, std::size_t limit) const;

 private:
  struct Count {
    double readings = 0;  // as of `at`
    Time at = {};
  };
  static double at_time(const Count& count, Time now);

  const std::filesystem::path file_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  std::map<std::string, std::map<std::string, Count>> counts_;  // language -> id -> count
  bool changed_ = false;
};

}  // namespace kb
