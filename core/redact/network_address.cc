#include "core/redact/network_address.h"

#include <array>

#include "core/redact/letter.h"

namespace kb::redact {
namespace {

// A part of "203.0.113.77"; -1 if it is none.
int octet(std::string_view digits) {
  if (digits.empty() || digits.size() > 3) return -1;
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value <= 255 && (digits.size() == 1 || digits[0] != '0') ? value : -1;
}

// Parts as small as those of a version, and nothing around that speaks of networks.
bool reads_as_version(const Scan& scan, std::size_t begin, std::size_t end,
                      const std::array<int, 4>& parts) {
  const CueSet before = scan.nearest_before(begin, {Cue::version, Cue::network}, 4);
  if (before.has(Cue::network)) return false;
  if (before.has(Cue::version)) return true;
  if (!scan.nearest_after(end, {Cue::network}, 3).empty()) return false;
  for (const int part : parts)
    if (part > 20) return false;
  return parts[0] != 10;
}

bool is_nobodys(const std::array<int, 4>& parts) {
  return parts[0] == 127 || parts[0] == 0 || parts[0] == 255;
}

void find_version_4(const Scan& scan, std::size_t first, Candidates& found) {
  std::array<int, 4> parts{};
  for (std::size_t k = 0; k < 4; ++k) {
    const Digits& part = scan.digits[first + k];
    parts[k] = octet(scan.between(part.begin, part.end));
    if (parts[k] < 0) return;
    if (k > 0 &&
        (scan.at(part.begin - 1) != '.' || scan.digits[first + k - 1].end + 1 != part.begin))
      return;
  }
  const std::size_t begin = scan.digits[first].begin, end = scan.digits[first + 3].end;
  const bool longer = (scan.before(begin) == '.' && begin > 1 && is_digit(scan.at(begin - 2))) ||
                      (scan.at(end) == '.' && is_digit(scan.at(end + 1)));
  if (longer || scan.letter_or_digit_before(begin) || scan.letter_or_digit_at(end)) return;
  if (scan.before(begin) == '_' || scan.at(end) == '_') return;
  if (is_nobodys(parts) || reads_as_version(scan, begin, end, parts)) return;
  found.push_back({begin, end, Kind::ip, Certainty::form});
}

struct HexGroups {
  std::array<std::size_t, 16> sizes{};
  std::size_t count = 0;
  std::size_t hex = 0;
  std::size_t gaps = 0;  // of "::"
  bool digit = false;
  std::size_t end = 0;
};

HexGroups hex_groups(const Scan& scan, std::size_t begin, char mark) {
  HexGroups groups;
  std::size_t i = begin;
  while (groups.count < groups.sizes.size()) {
    std::size_t size = 0;
    for (; is_hex(scan.at(i)); ++i, ++size) groups.digit |= is_digit(scan.at(i));
    groups.hex += size;
    if (size > 0) groups.sizes[groups.count++] = size;
    groups.end = i;
    if (scan.at(i) != mark) break;
    const bool gap = mark == ':' && scan.at(i + 1) == ':';
    if (gap) ++groups.gaps;
    const std::size_t next = i + (gap ? 2 : 1);
    if (!is_hex(scan.at(next))) {
      if (gap) groups.end = next;
      break;
    }
    i = next;
  }
  return groups;
}

bool all_sizes(const HexGroups& groups, std::size_t size) {
  for (std::size_t i = 0; i < groups.count; ++i)
    if (groups.sizes[i] != size) return false;
  return true;
}

bool ends_there(const Scan& scan, std::size_t end, char mark) {
  return !scan.letter_or_digit_at(end) && !(scan.at(end) == mark && is_hex(scan.at(end + 1)));
}

bool is_mac(const HexGroups& groups) {
  return groups.gaps == 0 && groups.digit &&
         ((groups.count == 6 && all_sizes(groups, 2)) ||
          (groups.count == 3 && all_sizes(groups, 4)));
}

bool is_version_6(const HexGroups& groups) {
  for (std::size_t i = 0; i < groups.count; ++i)
    if (groups.sizes[i] > 4) return false;
  if (groups.gaps == 0) return groups.count == 8;
  return groups.gaps == 1 && groups.count < 8 && groups.count >= 2 && groups.digit &&
         groups.hex >= 5;
}

void find_hex_groups(const Scan& scan, std::size_t mark_at, char mark, Candidates& found) {
  std::size_t begin = mark_at;
  while (begin > 0 && is_hex(scan.before(begin)) && mark_at - begin < 5) --begin;
  if (begin == mark_at || scan.letter_or_digit_before(begin)) return;
  if (scan.before(begin) == mark) return;
  const HexGroups groups = hex_groups(scan, begin, mark);
  if (!ends_there(scan, groups.end, mark)) return;
  if (is_mac(groups) && (groups.count == 3) == (mark == '.'))
    found.push_back({begin, groups.end, Kind::mac, Certainty::form});
  else if (mark == ':' && is_version_6(groups))
    found.push_back({begin, groups.end, Kind::ip, Certainty::form});
}

// A MAC address of digits alone could be anything: dates, parts.
bool has_hex_letter(const Scan& scan, const Candidate& found) {
  for (const char c : scan.between(found.begin, found.end))
    if (is_ascii_letter(c)) return true;
  return false;
}

}  // namespace

void find_network_addresses(const Scan& scan, Candidates& found) {
  for (std::size_t i = 0; i + 3 < scan.digits.size(); ++i) {
    const Digits& part = scan.digits[i];
    if (scan.at(part.end) == '.' && part.size() <= 3) find_version_4(scan, i, found);
  }
  for (const char mark : {':', '-', '.'}) {
    const std::string_view text = scan.text();
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
      if (!is_hex(scan.before(at)) || !(is_hex(scan.at(at + 1)) || scan.at(at + 1) == ':'))
        continue;
      const std::size_t known = found.size();
      find_hex_groups(scan, at, mark, found);
      if (found.size() == known) continue;
      const Candidate& last = found.back();
      if (last.kind == Kind::mac && !has_hex_letter(scan, last) &&
          scan.nearest_before(last.begin, {Cue::network}, 3).empty())
        found.pop_back();
      else
        at = last.end - 1;
    }
  }
}

}  // namespace kb::redact
