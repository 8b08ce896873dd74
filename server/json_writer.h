// Writes JSON text straight into a string, for answers that are made thousands of times a second;
// nlohmann's tree of values costs more than the search of a small index.
//
//   JsonWriter out;
//   out.begin('{');  out.member("id", hit.id);  out.member("score", 1.5);  out.end('}');
//   out.text()   // {"id":"billing/refund","score":1.5}
//
// Commas come by themselves; the caller pairs what it begins and ends. Texts are valid UTF-8. Not
// thread-safe, never fails.

#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace kb {

class JsonWriter {
 public:
  void begin(char bracket);  // '{' or '['
  void end(char bracket);
  void key(std::string_view name);

  void value(std::string_view text);
  void value(double number);
  void value(std::same_as<bool> auto truth) { literal(truth ? "true" : "false"); }
  void value(std::unsigned_integral auto number) requires(!std::same_as<decltype(number), bool>) {
    literal(std::to_string(number));
  }
  void null() { literal("null"); }

  template <class Value>
  void member(std::string_view name, const Value& what) {
    key(name);
    value(what);
  }

  const std::string& text() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  void literal(std::string_view written);
  void separate();

  std::string text_;
  bool first_ = true;  // nothing stands before, so no comma
};

}  // namespace kb
