#include "core/redact/token.h"

#include <algorithm>
#include <array>

#include "core/redact/credential_form.h"
#include "core/redact/letter.h"

namespace kb::redact {
namespace {

struct KnownForm {
  std::string_view prefix;
  std::size_t least;       // characters after it
  std::string_view marks;  // besides letters and digits
};
constexpr KnownForm kKnownForms[] = {
    {"AKIA", 12, ""},      {"ASIA", 12, ""},           {"AIza", 28, "_-"},    {"eyJ", 14, "_-.="},
    {"ghp_", 20, ""},      {"gho_", 20, ""},           {"ghu_", 20, ""},      {"ghs_", 20, ""},
    {"ghr_", 20, ""},      {"github_pat_", 20, "_"},   {"glpat-", 16, "_-"},  {"sk_live_", 10, "_"},
    {"sk_test_", 10, "_"}, {"pk_live_", 10, "_"},      {"pk_test_", 10, "_"}, {"rk_live_", 10, "_"},
    {"rk_test_", 10, "_"}, {"whsec_", 10, "+/="},      {"xoxb-", 10, "-"},    {"xoxp-", 10, "-"},
    {"xoxa-", 10, "-"},    {"xoxr-", 10, "-"},         {"xoxs-", 10, "-"},    {"xapp-", 10, "-"},
    {"ya29.", 20, "_-."},  {"sk-", 20, "_-"},          {"SG.", 30, "_-."},    {"npm_", 30, ""},
    {"pypi-", 16, "_-"},   {"dop_v1_", 32, ""},        {"hf_", 24, ""},       {"shpat_", 24, ""},
    {"GOCSPX-", 20, "_-"}, {"AGE-SECRET-KEY-", 20, ""}};

constexpr auto kIsRun = [] {
  std::array<bool, 256> is_run{};
  for (int c = 0; c < 128; ++c)
    is_run[static_cast<std::size_t>(c)] =
        is_alphanumeric(static_cast<char>(c)) ||
        std::string_view("_-.+/=~:").find(static_cast<char>(c)) != std::string_view::npos;
  return is_run;
}();

bool is_run(char c) {
  return kIsRun[static_cast<unsigned char>(c)];
}

std::size_t run_end(const Scan& scan, std::size_t begin, std::string_view marks) {
  std::size_t end = begin;
  while (is_alphanumeric(scan.at(end)) ||
         (scan.at(end) != '\0' && marks.find(scan.at(end)) != marks.npos))
    ++end;
  while (end > begin && scan.before(end) == '.') --end;
  return end;
}

// A key that a mail program broke over lines goes on with a line of its kind.
std::size_t with_next_lines(const Scan& scan, std::size_t end, std::string_view marks) {
  while (scan.at(end) == '\n' || (scan.at(end) == '\r' && scan.at(end + 1) == '\n')) {
    const std::size_t next = scan.text().find('\n', end) + 1;
    const std::size_t next_end = run_end(scan, next, marks);
    const bool alone = next_end >= scan.text().size() || is_space(scan.at(next_end));
    if (!alone || !looks_random(scan.between(next, next_end))) break;
    end = next_end;
  }
  return end;
}

void find_shapes(const Scan& scan, std::size_t begin, std::size_t end, Candidates& found) {
  const std::string_view run = scan.between(begin, end);
  for (const KnownForm& shape : kKnownForms) {
    for (std::size_t at = run.find(shape.prefix); at != run.npos;
         at = run.find(shape.prefix, at + 1)) {
      if (scan.letter_or_digit_before(begin + at)) continue;
      const std::size_t value = begin + at + shape.prefix.size();
      const std::size_t value_end = run_end(scan, value, shape.marks);
      if (value_end - value < shape.least) continue;
      found.push_back({begin + at, with_next_lines(scan, value_end, shape.marks), Kind::token,
                       Certainty::form});
      break;
    }
  }
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        dash ? text[i] != '-' : !is_hex(text[i]))
      return false;
  return true;
}

// So long and mixed that nothing but a key is like it; hashes of one case are not.
bool is_surely_key(std::string_view text) {
  const bool capital = std::ranges::any_of(text, is_ascii_capital);
  const bool small = std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
  return text.size() >= 32 && capital && small && text.find_first_of(":./") == text.npos &&
         !is_uuid(text);
}

void find_random(const Scan& scan, std::size_t begin, std::size_t end, Candidates& found) {
  if (scan.between(begin, end).find("://") != std::string_view::npos) return;
  if (const auto mark = scan.between(begin, end).find_first_of(":="); mark < 12) begin += mark + 1;
  // What stands before '=' is a name; at the end it is padding.
  for (std::size_t at = begin; at + 3 < end; ++at)
    if (scan.at(at) == '=') begin = at + 1;
  while (begin < end && !is_alphanumeric(scan.at(begin))) ++begin;
  while (end > begin && (scan.before(end) == '.' || scan.before(end) == ':')) --end;
  const std::string_view run = scan.between(begin, end);
  if (!looks_random(run)) return;
  const bool named =
      !scan.nearest_before(begin, {Cue::secret, Cue::weak_secret, Cue::password}, 5).empty();
  if (named)
    found.push_back({begin, end, Kind::token, Certainty::context});
  else if (is_surely_key(run))
    found.push_back({begin, end, Kind::token, Certainty::form});
}

std::size_t past_marks(const Scan& scan, std::size_t i, std::string_view marks) {
  while (scan.at(i) != '\0' && marks.find(scan.at(i)) != marks.npos) ++i;
  return i;
}

std::size_t value_end(const Scan& scan, std::size_t begin) {
  constexpr std::string_view kEnds = " \t\r\n\"'`,;<>()[]{}&\\";
  std::size_t end = begin;
  while (end < scan.text().size() && kEnds.find(scan.at(end)) == kEnds.npos) {
    const Letter letter = letter_at(scan.text(), end);
    if (letter.code == U'»' || letter.code == U'«' || letter.code == U'”') break;
    end += letter.size;
  }
  while (end > begin &&
         (scan.before(end) == '.' || scan.before(end) == ':' || scan.before(end) == '?'))
    --end;
  return end;
}

bool is_named_secret(std::string_view value, bool weak, char mark) {
  const bool has_digit = std::ranges::any_of(value, is_digit);
  const bool has_letter = std::ranges::any_of(value, is_ascii_letter);
  if (weak) return value.size() >= 10 && has_digit && has_letter && looks_chosen(value);
  if (mark == '=') return value.size() >= 4 && (has_digit || has_letter);
  return value.size() >= 6 && has_digit && (has_letter || value.size() >= 12);
}

// The value of "api_key=…", "token: …", "Bearer …", "\"secret\": \"…\"".
void find_named(const Scan& scan, const Word& name, Candidates& found) {
  const bool weak = !name.cues.has(Cue::secret);
  std::size_t i = name.end;
  while (is_alphanumeric(scan.at(i)) || scan.at(i) == '_' ||
         (scan.at(i) == '-' && scan.letter_or_digit_at(i + 1)))
    ++i;
  i = past_marks(scan, i, " \t\"'`");
  const char mark = scan.at(i);
  const bool marked = mark == ':' || mark == '=';
  if (marked)
    i = past_marks(scan, i + 1, " \t\"'`>=\r\n");
  else if (weak)
    return;
  constexpr std::string_view kSchemes[] = {"Basic ", "Bearer ", "Token ", "basic ", "bearer "};
  for (const auto scheme : kSchemes)
    if (scan.text().substr(i).starts_with(scheme)) i += scheme.size();
  const std::size_t end = value_end(scan, i);
  const std::string_view value = scan.between(i, end);
  const bool fits =
      marked ? is_named_secret(value, weak, mark)
             : value.size() >= 12 && is_named_secret(value, false, ':') && looks_chosen(value);
  if (fits) found.push_back({i, end, Kind::token, Certainty::context});
}

std::size_t private_key_end(const Scan& scan, std::size_t begin) {
  constexpr std::string_view kEnd = "-----END ";
  const std::string_view text = scan.text();
  const std::size_t end = text.find(kEnd, begin);
  if (end != text.npos) {
    const std::size_t last = text.find("-----", end + kEnd.size());
    if (last != text.npos && last < end + 80) return last + 5;
    return scan.line_end(end);
  }
  // Cut off: as long as lines have no spaces.
  std::size_t line = scan.line_end(begin);
  while (line < text.size()) {
    const std::size_t next = scan.line_end(line + 1);
    if (text.substr(line + 1, next - line - 1).find(' ') != text.npos) break;
    line = next;
  }
  return line;
}

void find_private_keys(const Scan& scan, Candidates& found) {
  constexpr std::string_view kBegin = "-----BEGIN ";
  const std::string_view text = scan.text();
  for (std::size_t at = text.find(kBegin); at != text.npos; at = text.find(kBegin, at + 1)) {
    if (text.substr(at, 64).find("PRIVATE KEY") == text.npos) continue;
    const std::size_t end = private_key_end(scan, at);
    found.push_back({at, end, Kind::token, Certainty::form});
    at = end - 1;
  }
}

}  // namespace

void find_tokens(const Scan& scan, Candidates& found) {
  constexpr std::size_t kShortest = 14;
  const std::string_view text = scan.text();
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_run(text[end])) ++end;
    if (end - i >= kShortest) {
      find_shapes(scan, i, end, found);
      find_random(scan, i, end, found);
    }
    i = end + 1;
  }
  for (const Word& word : scan.words)
    if (word.cues.has_any({Cue::secret, Cue::weak_secret})) find_named(scan, word, found);
  find_private_keys(scan, found);
}

}  // namespace kb::redact
