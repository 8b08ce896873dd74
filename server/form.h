// What a form sends: application/x-www-form-urlencoded, read.
//
//   auto form = Form::parse(request);
//   if (!form) return http::problem(400, form.error().what);
//   form->text("title")           // "" where there is none
//   form->all("tag")              // each box that was ticked
//
// Values are valid UTF-8, line ends are "\n". Of another type, or of more than 1,000 fields: an
// Error. Never changes once read, so thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "server/http/message.h"

namespace kb {

class Form {
 public:
  Form() = default;
  static Result<Form> parse(const http::Request& request);

  bool has(std::string_view name) const;
  std::string text(std::string_view name) const;  // of the first of that name
  std::vector<std::string> all(std::string_view name) const;

 private:
  std::vector<http::Field> fields_;
};

}  // namespace kb
