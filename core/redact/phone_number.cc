#include "core/redact/phone_number.h"

#include <algorithm>

#include "core/redact/digit_run.h"
#include "core/redact/letter.h"
#include "core/redact/phone_plan.h"

namespace kb::redact {
namespace {

constexpr std::size_t kMostPhoneDigits = 15;  // of a number with its country's code
constexpr std::size_t kFewestDigits = 6;

// The longest run of whole groups that `fits` says is a number, at most `most` digits.
template <class Fits>
DigitRun best_run(const Scan& scan, std::size_t first, std::size_t most, Fits fits) {
  for (std::size_t size = most; size >= kFewestDigits; --size) {
    const auto run = digit_run(scan, first, size, Across::one_line);
    if (run && fits(*run)) return *run;
  }
  return {};
}

// With the bracket of "(212) 555-0143".
std::size_t with_bracket(const Scan& scan, std::size_t begin, std::size_t end) {
  const bool open = scan.before(begin) == '(';
  return open && scan.between(begin, end).find(')') != std::string_view::npos ? begin - 1 : begin;
}

bool ends_well(const Scan& scan, std::size_t end) {
  if (scan.letter_or_digit_at(end) || scan.at(end) == '_') return false;
  const char c = scan.at(end);
  return !((c == '.' || c == ',' || c == ':' || c == '-' || c == '/') &&
           is_digit(scan.at(end + 1)));
}

// "+48 601 234 567", "0048 601 234 567": the digits after the prefix decide.
DigitRun international(const Scan& scan, std::size_t first, std::size_t prefix) {
  const auto fits = [&](const DigitRun& run) {
    const std::string_view digits = run.digits().substr(prefix);
    const CallingCode code = calling_code(digits);
    // "+44 (0) 20 …" and "+49 0171 …" have a digit more.
    return code.digits > 0 && digits.size() >= code.digits + code.least &&
           digits.size() <= code.digits + code.most + 1;
  };
  DigitRun run = best_run(scan, first, kMostPhoneDigits + prefix, fits);
  if (run.groups > 0) return run;
  run = longest_run(scan, first, kMostPhoneDigits + prefix);
  return run.digits().size() >= 8 + prefix ? run : DigitRun{};
}

bool find_international(const Scan& scan, std::size_t first, Candidates& found) {
  const Digits& group = scan.digits[first];
  std::size_t begin = group.begin;
  const bool plus = scan.before(begin) == '+' ||
                    (scan.before(begin) == '(' && begin > 1 && scan.at(begin - 2) == '+');
  const bool zeros = scan.between(begin, group.end).starts_with("00") && group.size() > 2;
  const bool spaced_zeros = group.size() == 2 && scan.between(begin, group.end) == "00";
  if (!plus && !zeros && !spaced_zeros) return false;
  if (plus)
    while (scan.before(begin) == '(' || scan.before(begin) == '+') --begin;
  if (scan.letter_or_digit_before(begin) || (!plus && !starts_alone(scan, begin))) return false;
  const DigitRun run = international(scan, first, plus ? 0 : 2);
  if (run.groups == 0 || scan.letter_or_digit_at(run.end)) return false;
  if (!plus && (scan.nearest_before(begin, {Cue::order, Cue::phone}, 4).has(Cue::order) ||
                calling_code(run.digits().substr(2)).digits == 0))
    return false;
  found.push_back({begin, run.end, Kind::phone, Certainty::form});
  return true;
}

// "2026-03-14", "14.03.2026", "14/03/2026", "12:30".
bool is_date_or_time(const Scan& scan, std::size_t first) {
  const auto& groups = scan.digits;
  if (scan.at(groups[first].end) == ':' && is_digit(scan.at(groups[first].end + 1))) return true;
  if (scan.before(groups[first].begin) == ':' && groups[first].begin > 1 &&
      is_digit(scan.at(groups[first].begin - 2)))
    return true;
  if (first + 2 >= groups.size()) return false;
  const Digits &a = groups[first], &b = groups[first + 1], &c = groups[first + 2];
  const bool joined = b.gap == Gap::tight && c.gap == Gap::tight;
  const bool year_first = a.size() == 4 && b.size() <= 2 && c.size() == 2;
  const bool year_last = a.size() <= 2 && b.size() <= 2 && c.size() == 4;
  return joined && (year_first || year_last);
}

// What the words around say: a phone, a thing, or nothing.
enum class Context { none, phone, thing };
Context context_of(const Scan& scan, std::size_t begin, std::size_t end) {
  const CueSet before = scan.nearest_before(begin, {Cue::phone, Cue::order, Cue::money}, 5);
  if (before.has(Cue::phone)) return Context::phone;
  if (before.has(Cue::order)) return Context::thing;
  return scan.nearest_after(end, {Cue::phone}, 2).empty() ? Context::none : Context::phone;
}

bool is_one_digit(std::string_view digits) {
  return digits.find_first_not_of(digits[0]) == digits.npos;
}

// Any grouping that people use for the numbers they were asked for.
bool is_loose_form(const DigitRun& run) {
  const std::size_t size = run.digits().size();
  return size >= 6 && size <= 12 && !is_one_digit(run.digits()) && run.groups <= 6;
}

bool find_national(const Scan& scan, std::size_t first, Candidates& found) {
  const std::size_t start = scan.digits[first].begin;
  if (!starts_alone(scan, start) || is_date_or_time(scan, first)) return false;
  const Context context = context_of(scan, start, longest_run(scan, first, 12).end);
  const auto bracketed = [&](const DigitRun& run) {
    return scan.between(run.begin, run.end).find(')') != std::string_view::npos;
  };
  const auto form = [&](const DigitRun& run) {
    return national_form(run, bracketed(run), scan.lang());
  };
  DigitRun run = best_run(scan, first, 12, [&](const DigitRun& r) {
    return form(r) == Form::telling && ends_well(scan, r.end);
  });
  const bool telling = run.groups > 0 && context != Context::thing;
  if (!telling && context != Context::phone) return false;
  if (run.groups == 0)
    run = best_run(scan, first, 13, [&](const DigitRun& r) {
      return (is_loose_form(r) || form(r) == Form::possible) && ends_well(scan, r.end);
    });
  if (run.groups == 0 || is_money(scan, run.begin, run.end)) return false;
  const std::size_t begin = with_bracket(scan, run.begin, run.end);
  found.push_back({begin, run.end, Kind::phone, telling ? Certainty::form : Certainty::context});
  return true;
}

}  // namespace

void find_phone_numbers(const Scan& scan, Candidates& found) {
  for (std::size_t i = 0; i < scan.digits.size(); ++i) {
    if (scan.digits[i].size() > kMostPhoneDigits + 2) continue;
    if (longest_run(scan, i, kMostPhoneDigits + 2).digit_count < kFewestDigits) continue;
    const std::size_t known = found.size();
    if (!find_international(scan, i, found)) find_national(scan, i, found);
    while (found.size() > known && i + 1 < scan.digits.size() &&
           scan.digits[i + 1].begin < found.back().end)
      ++i;
  }
}

}  // namespace kb::redact
