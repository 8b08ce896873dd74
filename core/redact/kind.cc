#include "core/redact/kind.h"

#include <array>
#include <iterator>

namespace kb::redact {
namespace {

constexpr std::array<std::string_view, kKinds> kNames = {
    "e-mail", "phone",  "card",     "iban",     "ip",
    "mac",    "street", "number",   "password", "token",
    "url",    "name",   "pesel",    "cnp",      "codice fiscale",
    "inn",    "snils",  "passport", "tax id",   "nir",
    "dni",    "nie",    "ssn"};

// What a reader is shown; several kinds share one.
enum Label {
  email,
  phone,
  card,
  account,
  ip,
  mac,
  address,
  number,
  password,
  token,
  link,
  name,
  passport,
  identity,
  kLabels
};

constexpr std::array<Label, kKinds> kLabelOf = {
    email,    phone,    card,     account,  ip,       mac,      address,  number,
    password, token,    link,     name,     identity, identity, identity, identity,
    identity, passport, identity, identity, identity, identity, identity};

struct Language {
  std::string_view tag;
  std::array<std::string_view, kLabels> labels;
};

constexpr Language kLanguages[] = {
    {"en",
     {"e-mail", "phone", "card number", "account number", "IP address", "device address", "address",
      "number", "password", "access key", "secret in link", "name", "passport number",
      "ID number"}},
    {"ro",
     {"e-mail", "telefon", "număr de card", "cont bancar", "adresă IP", "adresă de dispozitiv",
      "adresă", "număr", "parolă", "cheie de acces", "secret din link", "nume", "număr de pașaport",
      "număr de identificare"}},
    {"pl",
     {"e-mail", "telefon", "numer karty", "numer konta", "adres IP", "adres urządzenia", "adres",
      "numer", "hasło", "klucz dostępu", "sekret z linku", "imię i nazwisko", "numer paszportu",
      "numer identyfikacyjny"}},
    {"it",
     {"e-mail", "telefono", "numero di carta", "conto bancario", "indirizzo IP",
      "indirizzo del dispositivo", "indirizzo", "numero", "password", "chiave di accesso",
      "segreto nel link", "nome", "numero di passaporto", "numero di identità"}},
    {"ru",
     {"e-mail", "телефон", "номер карты", "номер счёта", "IP-адрес", "адрес устройства", "адрес",
      "номер", "пароль", "ключ доступа", "секрет из ссылки", "имя", "номер паспорта",
      "личный номер"}},
    {"de",
     {"E-Mail", "Telefon", "Kartennummer", "Kontonummer", "IP-Adresse", "Geräteadresse", "Adresse",
      "Nummer", "Passwort", "Zugangsschlüssel", "Geheimnis im Link", "Name", "Passnummer",
      "Ausweisnummer"}},
    {"fr",
     {"e-mail", "téléphone", "numéro de carte", "compte bancaire", "adresse IP",
      "adresse de l'appareil", "adresse", "numéro", "mot de passe", "clé d'accès", "secret du lien",
      "nom", "numéro de passeport", "numéro d'identité"}},
    {"es",
     {"correo electrónico", "teléfono", "número de tarjeta", "cuenta bancaria", "dirección IP",
      "dirección del dispositivo", "dirección", "número", "contraseña", "clave de acceso",
      "secreto del enlace", "nombre", "número de pasaporte", "número de identidad"}},
    {"ar",
     {"بريد إلكتروني", "هاتف", "رقم البطاقة", "رقم الحساب", "عنوان IP", "عنوان الجهاز", "عنوان",
      "رقم", "كلمة المرور", "مفتاح الوصول", "سر في الرابط", "اسم", "رقم الجواز", "رقم الهوية"}},
    {"ja",
     {"メールアドレス", "電話番号", "カード番号", "口座番号", "IPアドレス", "機器アドレス", "住所",
      "番号", "パスワード", "アクセスキー", "リンク内の秘密", "氏名", "旅券番号", "個人番号"}},
};

constexpr std::string_view kOpen = "«", kClose = "»";

// The bytes of " 2»" or "»", or 0.
std::size_t ending_size(std::string_view text) {
  std::size_t i = 0;
  if (text.starts_with(' ')) {
    for (i = 1; i < text.size() && text[i] >= '0' && text[i] <= '9';) ++i;
    if (i == 1) return 0;
  }
  return text.substr(i).starts_with(kClose) ? i + kClose.size() : 0;
}

}  // namespace

std::string_view kind_name(Kind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_of_name(std::string_view name) {
  for (std::size_t i = 0; i < kKinds; ++i)
    if (kNames[i] == name) return static_cast<Kind>(i);
  return std::nullopt;
}

std::string_view placeholder_label(Kind kind, std::string_view lang) {
  const Label label = kLabelOf[static_cast<std::size_t>(kind)];
  const std::string_view base = lang.substr(0, lang.find('-'));
  for (const Language& language : kLanguages)
    if (language.tag == base) return language.labels[label];
  return kLanguages[0].labels[label];
}

std::size_t placeholder_size(std::string_view text) {
  if (!text.starts_with(kOpen)) return 0;
  const std::string_view inside = text.substr(kOpen.size());
  for (const Language& language : kLanguages)
    for (const std::string_view label : language.labels) {
      if (!inside.starts_with(label)) continue;
      const auto ending = ending_size(inside.substr(label.size()));
      if (ending > 0) return kOpen.size() + label.size() + ending;
    }
  return 0;
}

}  // namespace kb::redact
