#include "server/login/common_passwords.h"

#include <algorithm>
#include <array>
#include <string>

namespace kb {
namespace {

// Without what people hang on: digits and signs at either end. Between blanks.
constexpr std::string_view kCommon =
    " aaa abc abcabc abcdef abcdefg abcdefgh abcdefghij access admin adminadmin administrator"
    " adminpassword adminuser agent agnieszka alessandro alexander alexandra amanda america"
    " andrea andreea andrew android angel angels answerwell anthony anything apple april"
    " arsenal asdf asdfasdf asdfgh asdfghjkl ashley august autumn azerty azertyuiop banana"
    " barcelona bartek baseball basketball batman bayern benvenuto berlin bienvenido"
    " bienvenue blessed bonjour borussia bucuresti bunvenit business buster butterfly"
    " california changeme charlie cheer cheese chelsea chocolate christ ciao coffee company"
    " computer constantin contrasena contrasenia cookie corvette cristina crystal customer"
    " daniel december default diamond dinamo dmitry dragon editor elizabeth espana everyone"
    " everything facebook faith february ferrari florentina florin flower football france"
    " francesco freedom friday fruehling garfield geheim george germany gheorghe ginger"
    " giuseppe golden goodbye google guest hacker hallo hannah harley haslo haslo1 heaven"
    " hello helloworld helpcenter helpdesk herbst heslo hockey hola hunter ichliebedich"
    " iloveu iloveyou instagram internet ionut iphone ironman italia januar january jennifer"
    " jessica jesus jetaime jordan joshua july june juventus katarzyna killer kochamcie"
    " kochanie krakow legia letmein lightning linkedin liverpool login logmein london lovely"
    " loveme loveyou lubov madrid magdalena manager manchester marcel march maria marina"
    " master masterpassword mateusz matrix matthew maverick mercedes michael michelle"
    " microsoft mihaela milan monday monkey moscow moskva motdepasse mustang mylove mypass"
    " mypassword nadezhda natalie natasha newpassword newyork nicole ninja nobody nothing"
    " november october office oldpassword orange p4ssword pa55word paris parola parole"
    " passw0rd passwd password password1password passwordpassword passwort patricia peanut"
    " pepper phoenix pirate pizza pokemon polska porsche princess privet purple qazwsx"
    " qazwsxedc qwe qweasd qweasdzxc qweqwe qwerty qwertyuiop qwertz qwertzuiop rainbow"
    " realmadrid robert roma romania root rootroot samantha samsung saturday secret secreto"
    " segreto sekret senha september sergey service shadow silver snoopy soccer soldier"
    " something sommer spiderman spring startrek starwars steaua stephanie storm strawberry"
    " summer sunday sunshine superman support svetlana teamo teiubesc tequiero test tester"
    " testing testtest thepassword thomas thunder thursday tiamo tigger trustno tuesday"
    " twitter unknown userpassword userroot useruser victoria vladimir wachtwoord warrior"
    " warszawa wednesday welcome whatever william willkommen windows winter wisla witamy"
    " writer wsxedc yellow yourpassword youtube yxcvbnm zaqwsx zaqxswcde zxcvbn zxcvbnm ";

// Keys in the order in which fingers find them.
constexpr std::array<std::string_view, 8> kRuns = {
    "01234567890123456789",       "98765432109876543210",        "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm",  "azertyuiopqsdfghjklmwxcvbn",
    "1q2w3e4r5t6y7u8i9o0p",       "1qaz2wsx3edc4rfv5tgb6yhn7ujm"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view letters_of(std::string_view text) {
  while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
  return text;
}

// "121212", "otterotter": nothing but a few characters over and over.
bool repeats_itself(std::string_view text) {
  constexpr std::size_t kFew = 9;  // bytes: less than the shortest password
  for (std::size_t period = 1; period <= kFew && 2 * period <= text.size(); ++period)
    if (text.substr(period) == text.substr(0, text.size() - period)) return true;
  return false;
}

bool is_run(std::string_view text) {
  return std::ranges::any_of(
      kRuns, [&](std::string_view run) { return run.find(text) != std::string_view::npos; });
}

bool is_listed(std::string_view text) {
  return text.find(' ') == std::string_view::npos && !text.empty() &&
         kCommon.find(" " + std::string(text) + " ") != std::string_view::npos;
}

}  // namespace

bool is_common_password(std::string_view password) {
  const std::string plain = lower(password);
  return repeats_itself(plain) || is_run(plain) || is_listed(letters_of(plain)) || is_listed(plain);
}

}  // namespace kb
