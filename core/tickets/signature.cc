#include "core/tickets/signature.h"

#include <algorithm>

namespace kb::tickets {
namespace {

constexpr std::size_t kLongestSignature = 12;  // lines that say something
constexpr std::size_t kLongestThanks = 5;      // below "Thanks", which may stand anywhere
constexpr std::size_t kNameWords = 3;

// Nothing but a signature follows these.
const std::vector<std::string>& closings() {
  static const auto kClosings = folded_all({"best regards",
                                            "kind regards",
                                            "kindest regards",
                                            "warm regards",
                                            "with kind regards",
                                            "regards",
                                            "sincerely",
                                            "yours sincerely",
                                            "sincerely yours",
                                            "yours truly",
                                            "yours faithfully",
                                            "best wishes",
                                            "all the best",
                                            "respectfully",
                                            "mit freundlichen grüßen",
                                            "mit freundlichem gruß",
                                            "mit besten grüßen",
                                            "freundliche grüße",
                                            "viele grüße",
                                            "liebe grüße",
                                            "beste grüße",
                                            "herzliche grüße",
                                            "schöne grüße",
                                            "mfg",
                                            "hochachtungsvoll",
                                            "grüße",
                                            "gruß",
                                            "pozdrawiam serdecznie",
                                            "serdecznie pozdrawiam",
                                            "pozdrawiam",
                                            "pozdrowienia",
                                            "z pozdrowieniami",
                                            "łączę pozdrowienia",
                                            "z poważaniem",
                                            "z wyrazami szacunku",
                                            "с уважением",
                                            "с наилучшими пожеланиями",
                                            "всего доброго",
                                            "всего хорошего",
                                            "cu stimă",
                                            "cu respect",
                                            "cu considerație",
                                            "cu drag",
                                            "numai bine",
                                            "toate cele bune",
                                            "cordiali saluti",
                                            "cordialmente",
                                            "distinti saluti",
                                            "un cordiale saluto",
                                            "un saluto",
                                            "saluti",
                                            "bien cordialement",
                                            "cordialement",
                                            "bien à vous",
                                            "meilleures salutations",
                                            "sincères salutations",
                                            "salutations",
                                            "saludos cordiales",
                                            "un cordial saludo",
                                            "un saludo",
                                            "saludos",
                                            "atentamente"});
  return kClosings;
}

// These may stand anywhere: what follows must look like a signature.
const std::vector<std::string>& closing_thanks() {
  static const auto kThanks = folded_all({"thanks in advance",
                                          "thank you in advance",
                                          "many thanks",
                                          "thanks a lot",
                                          "thank you",
                                          "thanks",
                                          "thx",
                                          "cheers",
                                          "best",
                                          "take care",
                                          "have a nice day",
                                          "have a great day",
                                          "vielen dank im voraus",
                                          "danke im voraus",
                                          "vielen dank",
                                          "besten dank",
                                          "danke",
                                          "vg",
                                          "lg",
                                          "z góry dziękuję",
                                          "dziękuję",
                                          "dzięki",
                                          "pozdr",
                                          "miłego dnia",
                                          "заранее спасибо",
                                          "спасибо",
                                          "заранее благодарю",
                                          "благодарю",
                                          "хорошего дня",
                                          "vă mulțumesc anticipat",
                                          "mulțumesc anticipat",
                                          "vă mulțumesc",
                                          "mulțumesc",
                                          "mersi",
                                          "o zi bună",
                                          "o zi frumoasă",
                                          "grazie in anticipo",
                                          "grazie mille",
                                          "grazie",
                                          "buona giornata",
                                          "merci d'avance",
                                          "merci beaucoup",
                                          "merci",
                                          "bonne journée",
                                          "gracias de antemano",
                                          "muchas gracias",
                                          "gracias"});
  return kThanks;
}

const std::vector<std::string>& devices() {
  static const auto kDevices = folded_all({"sent from my",
                                           "sent from mail for",
                                           "sent from yahoo",
                                           "sent from outlook",
                                           "get outlook for",
                                           "von meinem",
                                           "gesendet von meinem",
                                           "gesendet mit der",
                                           "gesendet von mail",
                                           "gesendet von outlook",
                                           "diese nachricht wurde von meinem",
                                           "wysłane z ",
                                           "wysłano z ",
                                           "отправлено с ",
                                           "отправлено из ",
                                           "trimis de pe",
                                           "trimis din ",
                                           "inviato da ",
                                           "inviato dal ",
                                           "envoyé de mon",
                                           "envoyé depuis",
                                           "enviado desde",
                                           "enviado do meu"});
  return kDevices;
}

const std::vector<std::string>& message_words() {
  static const auto kWords = folded_all(
      {"this e-mail",    "this email",          "this message",       "information contained",
       "diese e-mail",   "diese mail",          "diese nachricht",    "ta wiadomość",
       "tej wiadomości", "niniejsza wiadomość", "wiadomość ta",       "данное сообщение",
       "это сообщение",  "настоящее сообщение", "данное письмо",      "acest mesaj",
       "acest e-mail",   "acest email",         "prezentul mesaj",    "questo messaggio",
       "questa e-mail",  "questa email",        "la presente e-mail", "il presente messaggio",
       "ce message",     "cet e-mail",          "ce courriel",        "este mensaje",
       "este correo"});
  return kWords;
}

const std::vector<std::string>& secret_words() {
  static const auto kWords =
      folded_all({"confiden", "privileged", "intended", "vertraulich", "poufn", "конфиденц",
                  "предназначен", "riservat", "destinat", "destine", "exclusiv"});
  return kWords;
}

const std::vector<std::string>& notices() {
  static const auto kNotices = folded_all(
      {"confidentiality notice", "legal notice:", "disclaimer:", "please consider the environment",
       "think before you print", "bitte denken sie an die umwelt", "bitte prüfen sie, ob diese",
       "zanim wydrukujesz", "administratorem danych osobowych", "administratorem państwa danych",
       "прежде чем распечат", "inainte de a tipari", "gândiți-vă la mediu", "prima di stampare",
       "pensez à l'environnement", "antes de imprimir"});
  return kNotices;
}

bool has_any(std::string_view text, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const auto& phrase) { return text.find(phrase) != text.npos; });
}

enum class Closing { none, thanks, closing };

std::string_view without_punctuation(std::string_view text) {
  const auto begin = text.find_first_not_of(" ,.!;:-*");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" ,.!;:-*") - begin + 1);
}

// The longest phrase that the line begins with.
const std::string* leading(std::string_view line, const std::vector<std::string>& phrases) {
  const std::string* best = nullptr;
  for (const auto& phrase : phrases)
    if (starts_with_word(line, phrase) && (best == nullptr || phrase.size() > best->size()))
      best = &phrase;
  return best;
}

// "Best regards", "Thanks, Ana", "Danke und viele Grüße", "Pozdrawiam Anna Kowalska".
Closing closing_of(std::string_view line) {
  constexpr std::size_t kLongestLine = 90;
  if (line.size() > kLongestLine) return Closing::none;
  line = without_punctuation(line);
  for (const char* word : {"und ", "and ", "i ", "e ", "si ", "и ", "et ", "y "})
    if (line.starts_with(word))
      line = without_punctuation(line.substr(std::string_view(word).size()));
  if (const auto* phrase = leading(line, closings()))
    return count_words(without_punctuation(line.substr(phrase->size()))) <= kNameWords
               ? Closing::closing
               : Closing::none;
  const auto* phrase = leading(line, closing_thanks());
  if (phrase == nullptr) return Closing::none;
  const auto rest = line.substr(phrase->size());
  if (rest.empty()) return Closing::thanks;
  if (const Closing inner = closing_of(rest); inner != Closing::none) return inner;
  const bool apart = rest.front() == ',' || rest.front() == '!' || rest.front() == '.';
  return apart && count_words(without_punctuation(rest)) <= kNameWords - 1 ? Closing::thanks
                                                                           : Closing::none;
}

MailLines first(const MailLines& lines, std::size_t count) {
  return {lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::size_t said_from(const MailLines& lines, std::size_t begin) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.end(),
                    [](const MailLine& line) { return !line.is_blank(); }));
}

// Names, numbers, an address: no sentences.
bool looks_signed(const MailLines& lines, std::size_t begin) {
  constexpr std::size_t kMostWords = 6;
  return said_from(lines, begin) <= kLongestThanks &&
         std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.end(),
                     [](const MailLine& line) {
                       if (line.is_blank() || closing_of(line.folded) != Closing::none) return true;
                       const char last = line.folded.back();
                       return count_words(line.folded) <= kMostWords && last != '.' && last != '!';
                     });
}

bool is_signature_mark(const MailLine& line) {
  return line.folded == "--" || line.folded == "---" || line.folded == "—" || line.folded == "__";
}

bool ends_message(const MailLines& lines, std::size_t at) {
  const std::size_t after = said_from(lines, at + 1);
  if (after > kLongestSignature || asks(lines, at + 1)) return false;
  if (is_signature_mark(lines[at])) return true;
  const Closing closing = closing_of(lines[at].folded);
  return closing == Closing::closing || (closing == Closing::thanks && looks_signed(lines, at + 1));
}

MailLines without_signature(const MailLines& lines) {
  for (std::size_t at = 0; at < lines.size(); ++at)
    if (!lines[at].is_blank() && ends_message(lines, at) && says_something(first(lines, at)))
      return first(lines, at);
  return lines;
}

bool is_legal(std::string_view paragraph) {
  return (has_any(paragraph, message_words()) && has_any(paragraph, secret_words())) ||
         has_any(paragraph, notices()) ||
         (paragraph.find("amtsgericht") != paragraph.npos &&
          paragraph.find("hrb") != paragraph.npos);
}

// From the first paragraph but one that only a lawyer would write.
MailLines without_legal_footer(const MailLines& lines) {
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    std::string paragraph;
    for (; end < lines.size() && !lines[end].is_blank(); ++end)
      paragraph += lines[end].folded + " ";
    if (begin > 0 && is_legal(paragraph) && !asks(lines, end)) {
      MailLines kept = first(lines, begin);
      if (says_something(kept)) return kept;
    }
    begin = std::max(end, begin + 1);
  }
  return lines;
}

MailLines without_device(MailLines lines) {
  constexpr std::size_t kLongestLine = 80;
  for (;;) {
    std::size_t last = lines.size();
    while (last > 0 && lines[last - 1].is_blank()) --last;
    if (last == 0) return lines;
    const auto& line = lines[last - 1].folded;
    const bool device = line.size() <= kLongestLine &&
                        std::any_of(devices().begin(), devices().end(),
                                    [&](const auto& phrase) { return line.starts_with(phrase); });
    MailLines kept = first(lines, last - 1);
    if (!device || !says_something(kept)) return lines;
    lines = std::move(kept);
  }
}

bool names_somebody(const MailLine& line) {
  constexpr std::size_t kMostWords = 4;
  return count_words(line.folded) <= kMostWords &&
         line.folded.find_first_of("0123456789/:;.!?\"()#=") == std::string::npos;
}

}  // namespace

MailLines remove_sender(MailLines lines) {
  constexpr std::size_t kMostLines = 2;
  std::size_t end = lines.size();
  while (end > 0 && lines[end - 1].is_blank()) --end;
  std::size_t begin = end;
  while (begin > 0 && !lines[begin - 1].is_blank() && names_somebody(lines[begin - 1])) --begin;
  const bool apart = begin > 0 && lines[begin - 1].is_blank();
  if (begin == end || end - begin > kMostLines || !apart) return lines;
  MailLines kept = first(lines, begin);
  return says_something(kept) ? kept : lines;
}

MailLines remove_ending(MailLines lines) {
  lines = without_legal_footer(without_device(std::move(lines)));
  lines = without_signature(without_device(std::move(lines)));
  return without_device(std::move(lines));
}

}  // namespace kb::tickets
