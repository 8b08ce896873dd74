// What the last build saw of each file, so that the next one reads only what may have changed.
//
//   BuildState state = *BuildState::decode(bytes);
//   const SeenFile* seen = state.find(file.key());
//   bool same = seen && seen->size == file.size && seen->modified_ns == file.modified_ns;
//
// Lies in each generation beside what was built from it. A plain value.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb {

struct SeenFile {
  std::string lang;
  std::string id;
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  std::string hash;                 // of its bytes
  std::optional<Time> next_change;  // read it again from then on, changed or not
  bool clean = true;                // nothing to complain about: else it is read again
};

class BuildState {
 public:
  static constexpr const char* kFile = "sources.state";

  static Result<BuildState> decode(std::string_view bytes);
  std::string encode() const;

  const SeenFile* find(const std::string& key) const;
  void put(std::string key, SeenFile file) { files_[std::move(key)] = std::move(file); }
  const std::unordered_map<std::string, SeenFile>& all() const { return files_; }

 private:
  std::unordered_map<std::string, SeenFile> files_;
};

}  // namespace kb
