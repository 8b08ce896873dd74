#include "core/redact/personal_name.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/redact/letter.h"
#include "core/redact/name_span.h"

namespace kb::redact {
namespace {

void add_name(const NameSpan& name, Candidates& found) {
  found.push_back({name.begin, name.end, Kind::name, Certainty::context});
}

std::size_t phrase_begin(const Scan& scan, std::size_t i) {
  return scan.words[i + 1 - std::min<std::size_t>(scan.words[i].phrase, i + 1)].begin;
}

// At the start of a line (of a quotation, of a list) or of a sentence.
bool opens(const Scan& scan, std::size_t begin) {
  while (begin > 0 && (scan.before(begin) == ' ' || scan.before(begin) == '>' ||
                       scan.before(begin) == '"' || scan.before(begin) == '*'))
    --begin;
  constexpr std::string_view kEnds = "\n.!?:,;|";
  return begin == 0 || kEnds.find(scan.before(begin)) != kEnds.npos;
}

bool ends_after(const Scan& scan, std::size_t end) {
  constexpr std::string_view kEnds = ",!.:;\r\n)?";
  while (scan.at(end) == ' ') ++end;
  return end >= scan.text().size() || kEnds.find(scan.at(end)) != kEnds.npos ||
         (scan.at(end) == '-' && scan.at(end + 1) == ' ');
}

// "Fernway Team", "Fernway Customer Service", "Hub 2".
bool is_of_a_company(const Scan& scan, const NameSpan& name) {
  const char after = scan.at(name.end);
  if (after == ' ' && is_digit(scan.at(name.end + 1))) return true;
  if (name.next >= scan.words.size() || (after != ' ' && after != '-')) return false;
  const Word& next = scan.words[name.next];
  if (next.begin != name.end + 1) return false;
  return company_follows(scan, name.end) ||
         (next.cues.has(Cue::no_name) && next.capital && !name.first_name);
}

// "Sig.ra", "Dott.ssa", "d-na": the rest of a title.
bool is_title_ending(const Scan& scan, std::size_t i) {
  const Word &before = scan.words[i - 1], &word = scan.words[i];
  return word.begin == before.end + 1 && word.end - word.begin <= 4 && !word.capital &&
         (scan.at(before.end) == '.' || scan.at(before.end) == '-');
}

// "Mr", "Herr Dr.", "Gentile dott.": the word after them.
std::size_t skip_titles(const Scan& scan, std::size_t i) {
  while (i < scan.words.size() && scan.words[i].cues.has(Cue::title)) {
    ++i;
    if (i < scan.words.size() && is_title_ending(scan, i)) ++i;
  }
  return i;
}

// "Dr. Weber"; after a title in full, a dot ends the sentence ("… u Pani. Hub stoi").
bool follows_closely(const Scan& scan, std::size_t i) {
  const Word& title = scan.words[i - 1];
  const auto gap = scan.between(title.end, scan.words[i].begin);
  if (gap == " ") return true;
  constexpr std::string_view kShort[] = {"mr",  "mrs", "ms",  "dr",  "prof", "sig", "dott", "dl",
                                         "dna", "sr",  "sra", "inz", "mgr",  "ing", "avv",  "mme"};
  const std::string text = folded(scan.between(title.begin, title.end));
  return (gap == ". " || gap == ".") && std::ranges::find(kShort, text) != std::end(kShort);
}

void find_titled(const Scan& scan, std::size_t title, Candidates& found) {
  const Word& word = scan.words[title];
  const auto text = scan.between(word.begin, word.end);
  if (text == "miss" || text == "sir" || text == "ms") return;
  const std::size_t i = skip_titles(scan, title);
  if (i >= scan.words.size() || !follows_closely(scan, i)) return;
  const NameSpan name = name_from(scan, i);
  if (name.words > 0 && !is_of_a_company(scan, name)) add_name(name, found);
}

enum class Warmth { greeting, thanks };

void find_greeted(const Scan& scan, std::size_t greeting, Warmth warmth, Candidates& found) {
  if (!opens(scan, phrase_begin(scan, greeting))) return;
  const std::size_t first = greeting + 1;
  if (first >= scan.words.size()) return;
  const auto gap = scan.between(scan.words[greeting].end, scan.words[first].begin);
  const bool comma = gap == ", " || gap == "! ";
  if (gap != " " && !comma) return;
  const NameSpan name = name_from(scan, first);
  if (name.words == 0 || is_of_a_company(scan, name)) return;
  const bool ends = ends_after(scan, name.end);
  if (warmth == Warmth::thanks && !name.first_name) return;
  if (comma && !ends) return;
  if (!ends && !name.first_name) return;
  add_name(name, found);
}

// "my name is anna brook and …": people who write no capitals.
NameSpan small_name(const Scan& scan, std::size_t i) {
  NameSpan name;
  if (i >= scan.words.size() || !scan.words[i].cues.has(Cue::first_name)) return name;
  name = {scan.words[i].begin, scan.words[i].end, 1, i + 1, true, false};
  const auto ends_with = [&](std::size_t last) {
    const std::size_t next = last + 1;
    return ends_after(scan, scan.words[last].end) ||
           (next < scan.words.size() && scan.words[next].cues.has(Cue::conjunction));
  };
  const bool second = i + 1 < scan.words.size() && !ends_with(i) &&
                      scan.words[i + 1].cues.empty() &&
                      scan.between(name.end, scan.words[i + 1].begin) == " " && ends_with(i + 1);
  if (second) name.end = scan.words[i + 1].end, name.words = 2;
  return name;
}

void find_introduced(const Scan& scan, std::size_t phrase, Candidates& found) {
  const std::size_t i = skip_titles(scan, phrase + 1);
  if (i >= scan.words.size()) return;
  const auto gap = scan.between(scan.words[phrase].end, scan.words[i].begin);
  if (gap.empty() || gap.size() > 4 || gap.find_first_not_of(" :-.") != gap.npos) return;
  NameSpan name = name_from(scan, i);
  if (name.words == 0) name = small_name(scan, i);
  if (name.words > 0) add_name(name, found);
}

void find_labelled(const Scan& scan, std::size_t label, Candidates& found) {
  const std::size_t i = skip_titles(scan, label + 1);
  if (i >= scan.words.size() || !opens(scan, phrase_begin(scan, label))) return;
  const auto gap = scan.between(scan.words[label].end, scan.words[i].begin);
  if (gap.find(':') == gap.npos || gap.find_first_not_of(": \t.") != gap.npos) return;
  const NameSpan name = name_from(scan, i);
  if (name.words == 0 || is_of_a_company(scan, name) || !ends_after(scan, name.end)) return;
  if (name.first_name || (name.words >= 2 && !name.doubtful)) add_name(name, found);
}

// The name whose last word is `last`, at most three words.
NameSpan name_before(const Scan& scan, std::size_t last) {
  NameSpan best;
  for (std::size_t first = last + 1; first-- > 0 && first + 3 > last;) {
    const NameSpan name = name_from(scan, first);
    if (name.words == 0 || name.next != last + 1) break;
    best = name;
  }
  return best;
}

bool reads_as_person(const NameSpan& name) {
  return name.words >= 2 || name.first_name;
}

// "Anna Kowalska wrote:", "Am 3. März schrieb Anna Kowalska:".
void find_sender(const Scan& scan, std::size_t wrote, Candidates& found) {
  const std::size_t end = scan.words[wrote].end;
  const auto after = scan.text().substr(end, 5);
  if (wrote > 0 &&
      (after.starts_with(":") || after.starts_with("(a):") || after.starts_with(" :"))) {
    const NameSpan name = name_before(scan, wrote - 1);
    if (name.words > 0 && reads_as_person(name) && name.end + 1 == scan.words[wrote].begin)
      add_name(name, found);
  }
  const NameSpan name = name_from(scan, wrote + 1);
  if (name.words > 0 && reads_as_person(name) && name.begin == end + 1 && scan.at(name.end) == ':')
    add_name(name, found);
}

// "Anna Kowalska <anna@mail.example>".
void find_mail_senders(const Scan& scan, Candidates& found) {
  const std::string_view text = scan.text();
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::size_t close = text.find_first_of("> \n", at);
    if (close == text.npos || text[close] != '>') continue;
    if (text.substr(at, close - at).find('@') == text.npos && !scan.touches_placeholder(at, close))
      continue;
    const std::size_t next = scan.first_word_from(at);
    if (next == 0) continue;
    const std::size_t last_end = scan.words[next - 1].end;
    const auto gap = text.substr(last_end, at - last_end);
    if (gap != " " && gap != "\" ") continue;
    const NameSpan name = name_before(scan, next - 1);
    if (name.words > 0 && reads_as_person(name)) add_name(name, found);
  }
}

}  // namespace

void find_personal_names(const Scan& scan, Candidates& found) {
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    const CueSet cues = scan.words[i].cues;
    if (cues.empty()) continue;
    if (cues.has(Cue::title)) find_titled(scan, i, found);
    if (cues.has(Cue::greeting)) find_greeted(scan, i, Warmth::greeting, found);
    if (cues.has(Cue::thanks)) find_greeted(scan, i, Warmth::thanks, found);
    if (cues.has(Cue::self)) find_introduced(scan, i, found);
    if (cues.has(Cue::name_label)) find_labelled(scan, i, found);
    if (cues.has(Cue::wrote)) find_sender(scan, i, found);
  }
  find_mail_senders(scan, found);
}

}  // namespace kb::redact
