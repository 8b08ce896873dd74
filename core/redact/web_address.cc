#include "core/redact/web_address.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/redact/credential_form.h"
#include "core/redact/letter.h"

namespace kb::redact {
namespace {

// Parts of a parameter's name that make its value a secret …
constexpr std::string_view kSecret[] = {
    "token",      "secret",      "password",  "passwd",    "pwd",          "pass",
    "passwort",   "apikey",      "signature", "sig",       "session",      "sessionid",
    "sid",        "jsessionid",  "phpsessid", "auth",      "jwt",          "otp",
    "credential", "accesstoken", "idtoken",   "authtoken", "refreshtoken", "sessiontoken",
    "resettoken", "magic",       "invite",    "hmac",      "haslo",        "parola"};
// … and those that do so only where it looks like one.
constexpr std::string_view kDoubtful[] = {"key",   "code",   "hash",    "ticket",
                                          "nonce", "state",  "h",       "t",
                                          "k",     "verify", "confirm", "confirmation"};

template <std::size_t N>
bool any_part(std::string_view name, const std::string_view (&parts)[N]) {
  for (std::size_t i = 0; i <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("_-.[]", i), name.size());
    if (std::ranges::find(parts, name.substr(i, end - i)) != std::end(parts)) return true;
    i = end + 1;
  }
  return false;
}

std::string parameter_name(const Scan& scan, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && (is_alphanumeric(scan.before(begin)) || scan.before(begin) == '_' ||
                       scan.before(begin) == '-' || scan.before(begin) == '.'))
    --begin;
  std::string name = folded(scan.between(begin, end));
  return name.starts_with("amp") && scan.before(begin) == '&' ? name.substr(3) : name;
}

bool is_secret_parameter(const std::string& name, std::string_view value) {
  if (value.size() < 3) return false;
  if (any_part(name, kSecret)) return true;
  const bool digits = std::ranges::any_of(value, is_digit);
  if (any_part(name, kDoubtful)) return value.size() >= 12 && digits && looks_chosen(value);
  return value.size() >= 24 && looks_random(value);
}

std::size_t url_end(const Scan& scan, std::size_t begin) {
  constexpr std::string_view kEnds = " \t\r\n\"<>`|\\^{}";
  std::size_t end = begin;
  while (end < scan.text().size() && kEnds.find(scan.at(end)) == kEnds.npos) {
    const Letter letter = letter_at(scan.text(), end);
    if (letter.size > 1 && !is_letter(letter.code)) break;
    end += letter.size;
  }
  constexpr std::string_view kAfter = ".,;:!?)]'";
  while (end > begin && kAfter.find(scan.before(end)) != kAfter.npos) --end;
  return end;
}

void find_parameters(const Scan& scan, std::size_t begin, std::size_t end, Candidates& found) {
  const std::string_view text = scan.text();
  for (std::size_t at = text.find('=', begin); at < end; at = text.find('=', at + 1)) {
    const std::size_t value_end = std::min(text.find_first_of("&;#", at), end);
    if (is_secret_parameter(parameter_name(scan, at), text.substr(at + 1, value_end - at - 1)))
      found.push_back({at + 1, value_end, Kind::url, Certainty::form});
    at = std::max(at, value_end - 1);
  }
}

// "https://shop.example/reset/9f8e7d6c5b4a39281706": a segment that nobody would have named so.
void find_segments(const Scan& scan, std::size_t begin, std::size_t end, Candidates& found) {
  const std::string_view text = scan.text();
  const std::size_t path_end = std::min(text.find_first_of("?#", begin), end);
  for (std::size_t at = text.find('/', begin); at < path_end;) {
    const std::size_t next = std::min(text.find('/', at + 1), path_end);
    const std::string_view segment = text.substr(at + 1, next - at - 1);
    if (segment.size() >= 20 && segment.find_first_of("=.") == segment.npos &&
        looks_random(segment))
      found.push_back({at + 1, next, Kind::url, Certainty::form});
    at = next;
  }
}

void find_login(const Scan& scan, std::size_t begin, std::size_t end, Candidates& found) {
  const std::string_view text = scan.text();
  const std::size_t host_end = std::min(text.find_first_of("/?#", begin), end);
  const std::size_t at = text.substr(begin, host_end - begin).rfind('@');
  if (at == text.npos || at == 0) return;
  if (text.substr(begin, at).find(':') != text.npos)
    found.push_back({begin, begin + at, Kind::url, Certainty::form});
}

}  // namespace

void find_web_secrets(const Scan& scan, Candidates& found) {
  const std::string_view text = scan.text();
  for (std::size_t at = text.find("://"); at != text.npos; at = text.find("://", at + 3)) {
    if (!scan.letter_or_digit_before(at)) continue;
    const std::size_t begin = at + 3, end = url_end(scan, begin);
    find_login(scan, begin, end, found);
    find_segments(scan, begin, end, found);
    find_parameters(scan, begin, end, found);
  }
}

}  // namespace kb::redact
