#include "core/redact/signature.h"

#include <algorithm>

#include "core/redact/name_span.h"

namespace kb::redact {
namespace {

constexpr std::string_view kOrnament = " \t\r>-*_~|";

bool is_only(const Scan& scan, std::size_t begin, std::size_t end, std::string_view marks) {
  return scan.between(begin, end).find_first_not_of(marks) == std::string_view::npos;
}

// The name that fills its line from `begin`; a job or a company may follow a comma.
NameSpan name_on_line(const Scan& scan, std::size_t begin) {
  const std::size_t end = scan.line_end(begin);
  const std::size_t i = scan.first_word_from(begin);
  if (i >= scan.words.size() || scan.words[i].begin >= end) return {};
  if (!is_only(scan, begin, scan.words[i].begin, " \t\r>-*_~|,.!")) return {};
  std::size_t first = i;
  while (first < scan.words.size() && scan.words[first].cues.has(Cue::title)) ++first;
  const NameSpan name = name_from(scan, first);
  if (name.words == 0 || name.begin >= end) return {};
  const char after = scan.at(name.end);
  const bool ends = is_only(scan, name.end, end, " \t\r.,*_|") || after == ',' ||
                    scan.between(name.end, end).starts_with(" |") ||
                    scan.between(name.end, end).starts_with(" (");
  return ends ? name : NameSpan{};
}

// The start of the next line that has anything on it, at most two empty ones away.
std::size_t next_line(const Scan& scan, std::size_t end) {
  std::size_t at = end;
  for (int lines = 0; lines < 3 && at < scan.text().size(); ++lines) {
    const std::size_t begin = at + 1, stop = scan.line_end(begin);
    if (!is_only(scan, begin, stop, kOrnament)) return begin;
    at = stop;
  }
  return scan.text().size();
}

bool opens_line(const Scan& scan, std::size_t begin) {
  return is_only(scan, scan.line_begin(begin), begin, kOrnament);
}

bool nothing_follows(const Scan& scan, std::size_t end) {
  return is_only(scan, end, scan.text().size(), " \t\r\n.,*_-");
}

// How much a line must look like a name: after a closing less than after thanks.
bool signs(const Scan& scan, const NameSpan& name, bool closing) {
  if (name.words == 0) return false;
  if (name.first_name) return true;
  if (name.words >= 2) return name.words <= 4 && (closing || !name.doubtful);
  return closing ? !name.doubtful : nothing_follows(scan, name.end) && !name.doubtful;
}

void add_if_signs(const Scan& scan, const NameSpan& name, bool closing, Candidates& found) {
  if (signs(scan, name, closing))
    found.push_back({name.begin, name.end, Kind::name, Certainty::context});
}

void find_after(const Scan& scan, std::size_t phrase, Candidates& found) {
  const Word& last = scan.words[phrase];
  const bool closing = last.cues.has(Cue::closing);
  const std::size_t first = phrase + 1 - std::min<std::size_t>(last.phrase, phrase + 1);
  const bool opens = opens_line(scan, scan.words[first].begin);
  const std::size_t end = scan.line_end(last.end);
  if (!is_only(scan, last.end, end, " \t\r,.!-*)")) {
    if (opens || closing) add_if_signs(scan, name_on_line(scan, last.end), closing, found);
    return;
  }
  if (!opens && !closing) return;
  const std::size_t line = next_line(scan, end);
  if (line < scan.text().size()) add_if_signs(scan, name_on_line(scan, line), closing, found);
}

// "-- ", which mail programs put before a signature.
void find_delimited(const Scan& scan, Candidates& found) {
  const std::string_view text = scan.text();
  for (std::size_t at = text.find("\n--"); at != text.npos; at = text.find("\n--", at + 1)) {
    const std::size_t end = scan.line_end(at + 1);
    if (!is_only(scan, at + 1, end, "- \r")) continue;
    const std::size_t line = next_line(scan, end);
    if (line < text.size()) add_if_signs(scan, name_on_line(scan, line), false, found);
  }
}

// A first name alone on the last line.
void find_last_line(const Scan& scan, Candidates& found) {
  const auto last = scan.text().find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return;
  const std::size_t begin = scan.line_begin(last);
  if (begin == 0) return;
  const NameSpan name = name_on_line(scan, begin);
  if (name.first_name && name.words <= 3 && nothing_follows(scan, name.end))
    add_if_signs(scan, name, false, found);
}

}  // namespace

void find_signatures(const Scan& scan, Candidates& found) {
  for (std::size_t i = 0; i < scan.words.size(); ++i)
    if (scan.words[i].cues.has_any({Cue::closing, Cue::thanks})) find_after(scan, i, found);
  find_delimited(scan, found);
  find_last_line(scan, found);
}

}  // namespace kb::redact
