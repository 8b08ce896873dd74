#include "core/redact/phone_plan.h"

#include <algorithm>
#include <iterator>

namespace kb::redact {
namespace {

using Groups = std::initializer_list<int>;

bool grouped_as_any(const DigitRun& run, std::initializer_list<Groups> forms) {
  return std::ranges::any_of(forms, [&](Groups form) { return run.grouped_as(form); });
}

bool one_of(char c, std::string_view set) {
  return set.find(c) != set.npos;
}

Form telling_if(bool condition) {
  return condition ? Form::telling : Form::possible;
}

Form american(const DigitRun& run, bool bracketed, std::string_view) {
  std::string_view d = run.digits();
  const bool country = d.size() == 11 && d[0] == '1' && run.grouped_as({1, 3, 3, 4});
  if (country) d.remove_prefix(1);
  if (d.size() != 10 || d[0] < '2' || d[3] < '2') return Form::none;
  if (!country && !run.grouped_as({3, 3, 4})) return Form::possible;
  return telling_if(bracketed || run.tight);
}

Form british(const DigitRun& run, bool, std::string_view lang) {
  const std::string_view d = run.digits();
  if (d[0] != '0' || !one_of(d[1], "12378")) return Form::none;
  if (d.size() != 11 && (d.size() != 10 || d[1] == '7')) return Form::none;
  if (run.groups == 1) return telling_if(lang == "en" && d[1] == '7');
  return telling_if(
      lang == "en" &&
      grouped_as_any(run, {{5, 6}, {5, 5}, {3, 4, 4}, {4, 3, 4}, {5, 3, 3}, {4, 3, 3}}));
}

Form polish(const DigitRun& run, bool bracketed, std::string_view lang) {
  const std::string_view d = run.digits();
  if (d.size() != 9 || d[0] == '0') return Form::none;
  constexpr std::string_view kMobile[] = {"45", "50", "51", "53", "57", "60", "66",
                                          "69", "72", "73", "78", "79", "88"};
  const bool mobile = std::ranges::find(kMobile, d.substr(0, 2)) != std::end(kMobile);
  const bool area = run.grouped_as({2, 3, 2, 2});
  return telling_if(lang == "pl" && ((mobile && (run.groups == 1 || run.grouped_as({3, 3, 3}))) ||
                                     (area && bracketed) || area));
}

Form romanian(const DigitRun& run, bool, std::string_view lang) {
  const std::string_view d = run.digits();
  if (d.size() != 10 || d[0] != '0' || !one_of(d[1], "237")) return Form::none;
  const bool grouped =
      grouped_as_any(run, {{4, 3, 3}, {3, 3, 2, 2}, {4, 2, 2, 2}, {4, 6}, {3, 3, 4}, {3, 7}});
  return telling_if(lang == "ro" && (grouped || (run.groups == 1 && d[1] == '7')));
}

Form italian(const DigitRun& run, bool, std::string_view lang) {
  const std::string_view d = run.digits();
  if (d[0] == '3' && (d.size() == 9 || d.size() == 10))
    return telling_if(lang == "it" &&
                      (run.groups == 1 ||
                       grouped_as_any(run, {{3, 3, 4}, {3, 7}, {3, 3, 3}, {3, 6}, {3, 2, 2, 3}})));
  const bool landline = d[0] == '0' && d[1] != '0' && d.size() >= 8 && d.size() <= 11;
  return landline ? telling_if(lang == "it" && run.groups > 1 && run.sizes()[0] <= 4) : Form::none;
}

Form russian(const DigitRun& run, bool bracketed, std::string_view lang) {
  std::string_view d = run.digits();
  const bool trunk = d.size() == 11 && one_of(d[0], "78");
  if (trunk) d.remove_prefix(1);
  if (d.size() != 10 || !one_of(d[0], "3489")) return Form::none;
  if (trunk && run.groups == 1) return telling_if(lang == "ru");
  const bool grouped = grouped_as_any(
      run, {{1, 3, 3, 2, 2}, {1, 3, 3, 4}, {1, 3, 7}, {3, 3, 2, 2}, {3, 7}, {1, 3, 2, 2, 3}});
  return telling_if(grouped && (trunk || bracketed) && (lang == "ru" || run.tight));
}

Form german(const DigitRun& run, bool bracketed, std::string_view lang) {
  const std::string_view d = run.digits();
  if (d[0] != '0' || d[1] == '0' || d.size() < 7 || d.size() > 12) return Form::none;
  const bool mobile = d[1] == '1' && one_of(d[2], "567") && d.size() >= 11;
  if (run.groups == 1) return telling_if(lang == "de" && mobile);
  const int area = run.sizes()[0];
  return telling_if(lang == "de" && (bracketed || (area >= 3 && area <= 5)));
}

Form french(const DigitRun& run, bool, std::string_view lang) {
  const std::string_view d = run.digits();
  if (d.size() != 10 || d[0] != '0' || d[1] == '0') return Form::none;
  return telling_if(run.grouped_as({2, 2, 2, 2, 2}) || (lang == "fr" && run.groups == 1));
}

Form spanish(const DigitRun& run, bool, std::string_view lang) {
  const std::string_view d = run.digits();
  if (d.size() != 9 || !one_of(d[0], "6789")) return Form::none;
  return telling_if(lang == "es" &&
                    grouped_as_any(run, {{9}, {3, 3, 3}, {3, 2, 2, 2}, {2, 3, 2, 2}}));
}

constexpr Form (*kCountries[])(const DigitRun&, bool, std::string_view) = {
    american, british, polish, romanian, italian, russian, german, french, spanish};

struct Code {
  std::string_view code;
  std::size_t least, most;
};
// Countries whose numbers have one length, or nearly; of the others: 6 to 12 digits.
constexpr Code kCodes[] = {
    {"1", 10, 10},  {"7", 10, 10},  {"20", 8, 10},  {"27", 9, 9},   {"30", 10, 10}, {"31", 9, 9},
    {"32", 8, 9},   {"33", 9, 9},   {"34", 9, 9},   {"36", 8, 9},   {"39", 8, 11},  {"40", 9, 9},
    {"41", 9, 9},   {"43", 7, 13},  {"44", 9, 10},  {"45", 8, 8},   {"46", 7, 10},  {"47", 8, 8},
    {"48", 9, 9},   {"49", 7, 12},  {"52", 10, 10}, {"55", 10, 11}, {"61", 9, 9},   {"81", 9, 10},
    {"86", 11, 11}, {"90", 10, 10}, {"91", 10, 10}, {"351", 9, 9},  {"353", 7, 9},  {"359", 8, 9},
    {"370", 8, 8},  {"371", 8, 8},  {"372", 7, 8},  {"373", 8, 8},  {"375", 9, 9},  {"380", 9, 9},
    {"381", 8, 9},  {"385", 8, 9},  {"386", 8, 8},  {"420", 9, 9},  {"421", 9, 9}};

}  // namespace

Form national_form(const DigitRun& run, bool bracketed, std::string_view lang) {
  Form best = Form::none;
  if (run.digits().size() < 7) return best;
  for (const auto country : kCountries) best = std::max(best, country(run, bracketed, lang));
  return best;
}

CallingCode calling_code(std::string_view digits) {
  for (const Code& row : kCodes)
    if (digits.starts_with(row.code)) return {row.code.size(), row.least, row.most};
  const bool possible = digits.size() > 3 && one_of(digits[0], "23456789");
  return possible ? CallingCode{3, 5, 12} : CallingCode{};
}

}  // namespace kb::redact
