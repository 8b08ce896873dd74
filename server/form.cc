#include "server/form.h"

#include <algorithm>

#include "server/http/field_value.h"
#include "server/http/target.h"

namespace kb {
namespace {

constexpr std::string_view kType = "application/x-www-form-urlencoded";
constexpr std::ptrdiff_t kMostFields = 1000;

bool is_form(std::string_view content_type) {
  return http::equals_ignoring_case(
      http::trim_blanks(content_type.substr(0, content_type.find(';'))), kType);
}

// Browsers send line ends as CR LF, whatever was typed.
std::string with_plain_line_ends(std::string text) {
  std::erase(text, '\r');
  return text;
}

}  // namespace

Result<Form> Form::parse(const http::Request& request) {
  if (!is_form(request.header("Content-Type")))
    return fail("what was sent is no form", {}, "send it as " + std::string(kType));
  if (std::ranges::count(request.body, '&') >= kMostFields)
    return fail("the form has too many fields", {},
                "send at most " + std::to_string(kMostFields) + " at a time");
  Form form;
  form.fields_ = http::parse_query(request.body);
  for (auto& field : form.fields_) field.value = with_plain_line_ends(std::move(field.value));
  return form;
}

bool Form::has(std::string_view name) const {
  return std::ranges::find(fields_, name, &http::Field::name) != fields_.end();
}

std::string Form::text(std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &http::Field::name);
  return found == fields_.end() ? std::string() : found->value;
}

std::vector<std::string> Form::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& field : fields_)
    if (field.name == name) values.push_back(field.value);
  return values;
}

}  // namespace kb
