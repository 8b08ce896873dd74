// Each name once: tickets carry its number, so that a hundred thousand of them stay small.
//
//   NameTable names;
//   NameId pro = names.id("pro");      // the same number each time; id("") is kNoName
//   names.name(pro)                    // "pro"
//
// Filled by one thread; reading is thread-safe afterwards. An id of another table is a bug.

#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kb::insights {

using NameId = std::uint32_t;
constexpr NameId kNoName = 0;

class NameTable {
 public:
  NameTable() { id(""); }
  NameTable(const NameTable&) = delete;  // ids_ looks into names_
  NameTable& operator=(const NameTable&) = delete;
  NameTable(NameTable&&) = default;
  NameTable& operator=(NameTable&&) = default;
  ~NameTable() = default;

  NameId id(std::string_view name);
  std::optional<NameId> find(std::string_view name) const;
  const std::string& name(NameId id) const { return names_.at(id); }

 private:
  std::deque<std::string> names_;  // never moves its strings
  std::unordered_map<std::string_view, NameId> ids_;
};

}  // namespace kb::insights
