// The keys of kb.yaml that have one value or a list: a table of what each does to the
// configuration.
//
//   find_setting("index", "keep")->apply(config, {"5"})     // "" or what is wrong with the value
//   keys_of_section("index")                                 // {"path", "keep"}
//
// The environment says each of them too, as KB_SECTION_KEY. A table, so thread-safe.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/config.h"

namespace kb {

struct Setting {
  using Values = std::vector<std::string>;

  std::string_view section;
  std::string_view key;
  enum class Shape { one, list } shape;
  std::string (*apply)(Config&, const Values&);  // says what is wrong, or nothing
};

std::span<const Setting> settings();
const Setting* find_setting(std::string_view section, std::string_view key);
std::vector<std::string_view> keys_of_section(std::string_view section);

// A whole number between two others, or what is wrong with it.
std::string read_count(const std::string& text, int low, int high, int& into);

// "90m", "4h", "2d" as minutes, or what is wrong with it.
std::string read_minutes(const std::string& text, int& into);

// https://…, mailto:… or a path of the site.
bool is_link(std::string_view url);

}  // namespace kb
