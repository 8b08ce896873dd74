#include "core/tickets/quoted_reply.h"

#include <algorithm>
#include <cctype>

namespace kb::tickets {
namespace {

constexpr std::size_t kWrappedLines = 3;  // so many lines an attribution may take
constexpr std::size_t kLongestAttribution = 300;

const std::vector<std::string>& verbs() {
  static const auto kVerbs = folded_all(
      {"wrote:",    "writes:",     "schrieb",    "geschrieben:", "pisze:",   "napisał:",
       "napisała:", "napisał(a):", "napisał/a:", "пишет:",       "писал:",   "писала:",
       "писал(а):", "написал:",    "написала:",  "написал(а):",  "a scris:", "ha scritto:",
       "a écrit :", "a écrit:",    "escribió:",  "escreveu:"});
  return kVerbs;
}

const std::vector<std::string>& separators() {
  static const auto kSeparators = folded_all(
      {"original message",     "forwarded message",         "ursprüngliche nachricht",
       "originalnachricht",    "weitergeleitete nachricht", "oryginalna wiadomość",
       "wiadomość oryginalna", "wiadomość przekazana",      "treść oryginalnej wiadomości",
       "исходное сообщение",   "пересылаемое сообщение",    "пересланное сообщение",
       "mesaj original",       "mesajul original",          "mesaj redirecționat",
       "messaggio originale",  "messaggio inoltrato",       "message d'origine",
       "message original",     "message transféré",         "mensaje original",
       "mensaje reenviado"});
  return kSeparators;
}

const std::vector<std::string>& senders() {
  static const auto kSenders =
      folded_all({"from:", "von:", "od:", "от:", "от кого:", "de la:", "de:", "da:", "expeditor:",
                  "nadawca:", "mittente:", "absender:"});
  return kSenders;
}

const std::vector<std::string>& header_fields() {
  static const auto kFields = folded_all(
      {"sent:",       "date:",    "to:",      "cc:",      "subject:", "gesendet:", "datum:",
       "an:",         "betreff:", "wysłano:", "data:",    "do:",      "dw:",       "temat:",
       "отправлено:", "дата:",    "кому:",    "копия:",   "тема:",    "trimis:",   "către:",
       "subiect:",    "inviato:", "a:",       "oggetto:", "envoyé:",  "envoyé :",  "à:",
       "à :",         "objet:",   "objet :",  "enviado:", "para:",    "asunto:",   "fecha:"});
  return kFields;
}

bool contains_any(std::string_view text, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const auto& phrase) { return text.find(phrase) != text.npos; });
}

bool starts_with_any(std::string_view text, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const auto& phrase) { return text.starts_with(phrase); });
}

bool is_quoted(const MailLine& line) {
  return line.folded.starts_with('>');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "10:14"
bool has_time(std::string_view text) {
  for (std::size_t i = 1; i + 2 < text.size(); ++i)
    if ((text[i] == ':' || text[i] == '.') && is_digit(text[i - 1]) && is_digit(text[i + 1]) &&
        is_digit(text[i + 2]))
      return true;
  return false;
}

std::size_t next_said(const MailLines& lines, std::size_t from) {
  while (from < lines.size() && lines[from].is_blank()) ++from;
  return from;
}

// How many lines of "On … wrote:" begin at `at`; 0: none.
std::size_t attribution(const MailLines& lines, std::size_t at) {
  std::string text;
  for (std::size_t count = 1; count <= kWrappedLines && at + count <= lines.size(); ++count) {
    const std::string& line = lines[at + count - 1].folded;
    if (line.empty() || text.size() + line.size() > kLongestAttribution) return 0;
    text += (text.empty() ? "" : " ") + line;
    if (!text.ends_with(':')) continue;
    if (!contains_any(text, verbs())) return 0;
    const std::size_t next = next_said(lines, at + count);
    const bool quotes = next < lines.size() && is_quoted(lines[next]);
    const bool dated = std::any_of(text.begin(), text.end(), is_digit);
    const bool sure = dated && (has_time(text) || text.find('@') != std::string::npos);
    return sure || (quotes && (dated || count == 1)) ? count : 0;
  }
  return 0;
}

// "-----Original Message-----", "________" before Outlook's header, a helpdesk's own mark.
bool is_separator(const MailLines& lines, std::size_t at);

// Outlook's header: how many lines of it begin at `at`; 0: none.
std::size_t header_block(const MailLines& lines, std::size_t at) {
  const auto plain = [&](std::size_t i) {
    std::string_view text = lines[i].folded;
    while (text.starts_with('*') || text.starts_with('>') || text.starts_with(' '))
      text.remove_prefix(1);
    return text;
  };
  if (!starts_with_any(plain(at), senders())) return 0;
  std::size_t fields = 0;
  std::size_t end = at + 1;
  for (; end < lines.size() && end < at + 8; ++end) {
    if (!starts_with_any(plain(end), header_fields())) break;
    ++fields;
  }
  return fields >= 2 ? end - at : 0;
}

bool is_separator(const MailLines& lines, std::size_t at) {
  const std::string& line = lines[at].folded;
  if (line.starts_with("##-")) return true;
  const auto begin = line.find_first_not_of("-_= *");
  if (begin == std::string::npos) {
    const bool rule = line.size() > 9 && line.find_first_not_of('_') == std::string::npos;
    const std::size_t next = next_said(lines, at + 1);
    return rule && next < lines.size() && header_block(lines, next) > 0;
  }
  return begin >= 2 && starts_with_any(std::string_view(line).substr(begin), separators());
}

// How many lines from `at` on introduce a quote; 0: none.
std::size_t introduction(const MailLines& lines, std::size_t at) {
  if (lines[at].is_blank()) return 0;
  if (is_separator(lines, at)) return 1;
  if (const std::size_t header = header_block(lines, at)) return header;
  return attribution(lines, at);
}

MailLines without_quoted_lines(const MailLines& lines) {
  MailLines kept;
  for (std::size_t i = 0; i < lines.size();) {
    if (const std::size_t count = introduction(lines, i)) {
      const std::size_t next = next_said(lines, i + count);
      const bool marked = next < lines.size() && is_quoted(lines[next]);
      if (!marked) return kept;  // all below is quoted, without marks
      i += count;
      continue;
    }
    if (!is_quoted(lines[i])) kept.push_back(lines[i]);
    ++i;
  }
  return kept;
}

// A forwarded mail: what is quoted is what is said.
MailLines without_marks(const MailLines& lines) {
  MailLines kept;
  for (std::size_t i = 0; i < lines.size();) {
    if (const std::size_t count = introduction(lines, i)) {
      i += count;
      continue;
    }
    auto text = lines[i].text;
    while (text.starts_with('>') || text.starts_with(' ')) text.remove_prefix(1);
    kept.push_back({text, folded(text)});
    ++i;
  }
  return kept;
}

}  // namespace

MailLines remove_quotes(const MailLines& lines) {
  if (MailLines kept = without_quoted_lines(lines); says_something(kept)) return kept;
  MailLines kept = without_marks(lines);
  return says_something(kept) ? kept : lines;
}

}  // namespace kb::tickets
