// What an article can apply to: the product's plans, platforms, versions …, as applies_to.yaml
// lists them, with their names in each language.
//
//   const AppliesToValue* value = find_value(axes, "platform:android");   // or bare: "android"
//   value->name_in("ro", "en")  -> "Android"
//
// A site without that list shows the words as they are written. Pure values.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

struct AppliesToValue {
  std::string key;                          // "android"
  std::map<std::string, std::string> name;  // by language; "" for all others

  std::string name_in(const std::string& lang, const std::string& otherwise) const;
  bool operator==(const AppliesToValue&) const = default;
};

struct AppliesToAxis {
  std::string key;                          // "platform"
  std::map<std::string, std::string> name;  // by language; "" for all others
  std::vector<AppliesToValue> values;       // in the order to show

  std::string name_in(const std::string& lang, const std::string& otherwise) const;
  bool operator==(const AppliesToAxis&) const = default;
};

struct AppliesToFound {
  const AppliesToAxis* axis = nullptr;
  const AppliesToValue* value = nullptr;  // null: no list names it

  explicit operator bool() const { return value != nullptr; }
};

// By "axis:value", or by the value alone: then the first axis that has it.
AppliesToFound find_value(const std::vector<AppliesToAxis>& axes, std::string_view written);

}  // namespace kb
