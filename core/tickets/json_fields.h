// The fields of a JSON object by name, read leniently as to numbers and texts, strictly as to
// sense.
//
//   JsonFields fields(object);
//   raw.id = fields.text("id");              // "1042" of 1042, too; "" where there is none
//   raw.created = fields.time("created");
//   if (fields.problem()) return fail(*fields.problem());       // "`created` is no date: 'soon'"
//
// Remembers the first problem and goes on. Belongs to one thread, and lives no longer than the
// object.

#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb::tickets {

class JsonFields {
 public:
  // Anything but an object has no fields.
  explicit JsonFields(const nlohmann::json& object) : object_(object) {}

  std::string text(const char* name);
  std::string first_text(std::initializer_list<const char*> names);
  std::vector<std::string> texts(const char* name);  // a list of words, or one word
  std::optional<Time> time(const char* name);
  std::optional<std::int64_t> number(const char* name);
  bool truth(const char* name, bool otherwise);

  // An empty object, or list, where there is none.
  const nlohmann::json& object(const char* name);
  const nlohmann::json& list(const char* name);

  const std::optional<Error>& problem() const { return problem_; }
  // Problems of an object inside this one are this one's.
  void adopt(const JsonFields& inner);

 private:
  const nlohmann::json* find(const char* name) const;
  void wrong(const char* name, const std::string& what, std::string hint = {});

  const nlohmann::json& object_;
  std::optional<Error> problem_;
};

}  // namespace kb::tickets
