#include "core/tickets/greeting.h"

#include <algorithm>

#include "core/text/normal_form.h"
#include "core/tickets/mail_lines.h"

namespace kb::tickets {
namespace {

const std::vector<std::string>& greetings() {
  static const auto kGreetings = folded_all({"hi there",
                                             "hello there",
                                             "hi",
                                             "hello",
                                             "hey",
                                             "dear sir or madam",
                                             "dear",
                                             "greetings",
                                             "good morning",
                                             "good afternoon",
                                             "good evening",
                                             "good day",
                                             "to whom it may concern",
                                             "hallo zusammen",
                                             "hallo",
                                             "guten tag",
                                             "guten morgen",
                                             "guten abend",
                                             "moin",
                                             "servus",
                                             "sehr geehrte",
                                             "sehr geehrter",
                                             "liebe",
                                             "lieber",
                                             "grüß gott",
                                             "dzień dobry",
                                             "dobry wieczór",
                                             "dobry",
                                             "witam",
                                             "witajcie",
                                             "cześć",
                                             "hej",
                                             "szanowni państwo",
                                             "szanowna",
                                             "szanowny",
                                             "szanowni",
                                             "drogi",
                                             "droga",
                                             "drodzy",
                                             "здравствуйте",
                                             "добрый день",
                                             "доброе утро",
                                             "добрый вечер",
                                             "доброго дня",
                                             "доброго времени суток",
                                             "привет",
                                             "приветствую",
                                             "уважаемый",
                                             "уважаемая",
                                             "уважаемые",
                                             "bună ziua",
                                             "bună seara",
                                             "bună dimineața",
                                             "bună",
                                             "salut",
                                             "salutare",
                                             "stimată",
                                             "stimate",
                                             "stimați",
                                             "dragă",
                                             "buongiorno",
                                             "buon giorno",
                                             "buonasera",
                                             "ciao",
                                             "salve",
                                             "gentile",
                                             "gentili",
                                             "egregio",
                                             "spett.le",
                                             "spettabile",
                                             "bonjour",
                                             "bonsoir",
                                             "cher",
                                             "chère",
                                             "madame",
                                             "monsieur",
                                             "hola",
                                             "buenos días",
                                             "buenas tardes",
                                             "buenas noches",
                                             "buenas",
                                             "estimado",
                                             "estimada",
                                             "estimados"});
  return kGreetings;
}

// How agents' macros begin, and what they are about.
const std::vector<std::string>& thanks() {
  static const auto kThanks = folded_all({"thank you for",
                                          "thanks for",
                                          "thank you very much for",
                                          "many thanks for",
                                          "we appreciate you",
                                          "i hope this",
                                          "i hope you",
                                          "hope you",
                                          "vielen dank für",
                                          "vielen dank, dass",
                                          "danke für",
                                          "danke, dass",
                                          "herzlichen dank für",
                                          "besten dank für",
                                          "dziękujemy za",
                                          "dziękujemy, że",
                                          "dziękuję za",
                                          "dziękujemy bardzo za",
                                          "спасибо за",
                                          "спасибо, что",
                                          "благодарим",
                                          "благодарю",
                                          "vă mulțumim",
                                          "vă mulțumesc",
                                          "îți mulțumim",
                                          "mulțumim",
                                          "grazie per",
                                          "grazie di",
                                          "grazie mille per",
                                          "la ringraziamo",
                                          "ti ringraziamo",
                                          "merci de",
                                          "merci d'avoir",
                                          "merci pour",
                                          "nous vous remercions",
                                          "gracias por",
                                          "muchas gracias por",
                                          "le agradecemos"});
  return kThanks;
}
const std::vector<std::string>& subjects_of_thanks() {
  static const auto kSubjects = folded_all(
      {"contact",   "reach",      "writ",        "message",       "mail",      "inquir",
       "enquir",    "request",    "patien",      "your question", "touch",     "finds you",
       "are well",  "doing well", "nachricht",   "anfrage",       "kontakt",   "geduld",
       "meldung",   "gemeldet",   "geschrieben", "wiadomość",     "zgłoszeni", "cierpliwość",
       "napisani",  "обращени",   "обратил",     "сообщени",      "письмо",    "вопрос",
       "написа",    "терпени",    "mesaj",       "solicitare",    "răbdare",   "scris",
       "messaggio", "contatt",    "scritto",     "richiesta",     "pazienza",  "segnalazione",
       "demande",   "écri",       "mensaje",     "escri",         "consulta",  "paciencia"});
  return kSubjects;
}

std::string_view trimmed_front(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == text.npos ? std::string_view() : text.substr(begin);
}

// A name or a form of address: capitals, or one single word ("hi guys,").
bool is_address(std::string_view words) {
  std::size_t count = 0, lower = 0;
  while (!(words = trimmed_front(words)).empty()) {
    const auto end = std::min(words.find_first_of(" \t\r\n"), words.size());
    const auto word = words.substr(0, end);
    if (text::caseless(word) == word) ++lower;
    ++count;
    words.remove_prefix(end);
  }
  // "Sehr geehrte Damen und Herren", "Szanowni państwo"
  return count <= 5 && (lower == 0 || count == 1 || (lower == 1 && count >= 2));
}

// The bytes of `line` that the phrase comes from, which has as many words.
std::size_t original_size(std::string_view line, std::string_view phrase) {
  std::size_t size = 0;
  for (std::size_t words = count_words(phrase); words > 0; --words) {
    size = std::min(line.find_first_not_of(' ', size), line.size());
    while (size < line.size() && line[size] != ' ' && line[size] != ',' && line[size] != '!' &&
           line[size] != ':' && line[size] != ';')
      ++size;
  }
  // "Hello." ends with a dot, "Spett.le" does not.
  if (size > 0 && line[size - 1] == '.') --size;
  return folded(line.substr(0, size)) == phrase ? size : 0;
}

// "Dzień dobry, Pani Anno, …", "Здравствуйте, Иван! …": the name has a mark of its own. How many
// bytes; 0: none.
std::size_t name_behind_comma(std::string_view text) {
  const auto mark = text.find_first_of(",!.?:\n");
  if (mark == text.npos || (text[mark] != ',' && text[mark] != '!')) return 0;
  const auto name = text.substr(0, mark);
  const bool capital = text::caseless(name) != name;
  return capital && count_words(name) <= 3 && is_address(name) ? mark + 1 : 0;
}

// The bytes of the greeting at the beginning, with the mark behind it; 0: none.
std::size_t greeting(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  const std::string start = folded(text::utf8_prefix(line, 120));
  const std::string* phrase = nullptr;
  for (const auto& each : greetings())
    if (starts_with_word(start, each) && (phrase == nullptr || each.size() > phrase->size()))
      phrase = &each;
  if (phrase == nullptr) return 0;
  const std::size_t word = original_size(line, *phrase);
  if (word == 0) return 0;
  const auto rest = line.substr(word);
  const auto mark = rest.find_first_of(",!:;");
  const bool dotted = mark == rest.npos && rest.ends_with('.');
  const auto addressed = rest.substr(0, dotted ? rest.size() - 1 : std::min(mark, rest.size()));
  const bool alone = mark == rest.npos && line.size() < text.size();  // a line of its own
  if ((mark == rest.npos && !alone) || !is_address(addressed)) return 0;
  std::size_t end = mark == rest.npos ? line.size() : word + mark + 1;
  while (end < line.size() && std::string_view("!,.:;) ").find(line[end]) != std::string_view::npos)
    ++end;
  return end;
}

}  // namespace

std::string_view without_greeting(std::string_view message) {
  constexpr int kMostGreetings = 3;  // "Hello, good morning!"
  message = trimmed_front(message);
  for (int i = 0; i < kMostGreetings; ++i) {
    const auto rest = trimmed_front(message.substr(greeting(message)));
    if (rest.size() == message.size() || !says_something(rest)) break;
    const bool comma = message.substr(0, message.size() - rest.size()).find(',') != message.npos;
    const auto after_name = trimmed_front(rest.substr(comma ? name_behind_comma(rest) : 0));
    message = says_something(after_name) ? after_name : rest;
  }
  return message;
}

std::string_view without_opening_thanks(std::string_view message) {
  constexpr std::size_t kMostWords = 16;
  constexpr int kMostSentences = 2;
  message = trimmed_front(message);
  for (int i = 0; i < kMostSentences; ++i) {
    std::size_t end = 0;
    do {
      end = message.find_first_of(".!\n", end);
      if (end != message.npos) ++end;
    } while (end != message.npos && end < message.size() && message[end - 1] != '\n' &&
             message[end] != ' ' && message[end] != '\n');
    const std::string sentence = folded(message.substr(0, end));
    const auto begins = [&](const auto& phrase) { return starts_with_word(sentence, phrase); };
    const auto is_about = [&](const auto& word) { return sentence.find(word) != sentence.npos; };
    if (end == message.npos || count_words(sentence) > kMostWords ||
        std::none_of(thanks().begin(), thanks().end(), begins) ||
        std::none_of(subjects_of_thanks().begin(), subjects_of_thanks().end(), is_about))
      break;
    const auto rest = trimmed_front(message.substr(end));
    if (!says_something(rest)) break;
    message = rest;
  }
  return message;
}

}  // namespace kb::tickets
