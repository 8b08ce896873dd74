#include "server/delivery/mail_message.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "server/delivery/mail_encoding.h"

namespace kb {
namespace {

constexpr std::size_t kLongestAddress = 254;
constexpr std::size_t kLongestLocalPart = 64;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_local_character(char c) {
  return is_letter_or_digit(c) ||
         std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
}
bool is_domain_character(char c) {
  return is_letter_or_digit(c) || c == '-' || c == '.';
}

// Dots stand between parts that are not empty.
bool has_whole_parts(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos;
}

std::string_view domain_of(std::string_view address) {
  return address.substr(std::min(address.find('@') + 1, address.size()));
}

// "Sun, 22 Nov 2026 23:20:00 +0000": English, whatever the locale.
std::string date_text(Time time) {
  constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000",
                kDays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text.data();
}

// "<ticket.1042.received.1795389600@fernway.example>"
std::string message_id(const MailMessage& mail) {
  std::string id;
  for (const char c : mail.id) id += is_letter_or_digit(c) ? c : '.';
  return "<" + id + "." + std::to_string(mail.date.time_since_epoch().count()) + "@" +
         std::string(domain_of(mail.from.address)) + ">";
}

std::string mailbox_text(const Mailbox& mailbox) {
  if (mailbox.name.empty()) return mailbox.address;
  return header_phrase(mailbox.name) + " <" + mailbox.address + ">";
}

void add_header(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

// Quoted-printable has no "=_", so that no text holds the boundary.
constexpr std::string_view kBoundary = "=_part_of_this_mail";

void add_part(std::string& out, std::string_view type, std::string_view text) {
  out.append("--").append(kBoundary).append("\r\n");
  add_header(out, "Content-Type", std::string(type) + "; charset=utf-8");
  add_header(out, "Content-Transfer-Encoding", "quoted-printable");
  out.append("\r\n").append(quoted_printable(text)).append("\r\n");
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > kLongestAddress) return false;
  const auto local = text.substr(0, at);
  const auto domain = text.substr(at + 1);
  return local.size() <= kLongestLocalPart && has_whole_parts(local) &&
         std::ranges::all_of(local, is_local_character) && has_whole_parts(domain) &&
         domain.front() != '-' && domain.back() != '-' &&
         std::ranges::all_of(domain, is_domain_character);
}

std::string to_wire(const MailMessage& mail) {
  std::string out;
  add_header(out, "Date", date_text(mail.date));
  add_header(out, "From", mailbox_text(mail.from));
  add_header(out, "To", mail.to);
  if (!mail.reply_to.empty()) add_header(out, "Reply-To", mail.reply_to);
  add_header(out, "Subject", header_text(mail.subject));
  add_header(out, "Message-ID", message_id(mail));
  add_header(out, "Auto-Submitted", mail.answers ? "auto-replied" : "auto-generated");
  if (!mail.body.lang.empty()) add_header(out, "Content-Language", mail.body.lang);
  for (const auto& [name, value] : mail.headers) add_header(out, name, without_controls(value));
  add_header(out, "MIME-Version", "1.0");
  add_header(out, "Content-Type",
             "multipart/alternative; boundary=\"" + std::string(kBoundary) + "\"");
  out += "\r\n";
  add_part(out, "text/plain", as_text(mail.body));
  add_part(out, "text/html", as_html(mail.body));
  out.append("--").append(kBoundary).append("--\r\n");
  return out;
}

}  // namespace kb
