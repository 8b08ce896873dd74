#include "server/delivery/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace kb {
namespace {

std::size_t read_on(char* buffer, std::size_t size, std::size_t count, void* rest_pointer) {
  auto& rest = *static_cast<std::string_view*>(rest_pointer);
  const auto length = std::min(rest.size(), size * count);
  std::memcpy(buffer, rest.data(), length);
  rest.remove_prefix(length);
  return length;
}

using Recipients = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void set_server(CURL* handle, const MailConfig& config) {
  curl_easy_setopt(handle, CURLOPT_URL, config.smtp.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_USE_SSL,
                   static_cast<long>(config.require_encryption ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  if (config.user.empty()) return;
  curl_easy_setopt(handle, CURLOPT_USERNAME, config.user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, config.password.c_str());
}

}  // namespace

Attempt send_mail(const MailConfig& config, const OutgoingMail& mail) {
  Transfer transfer(mail.limits);
  const Recipients recipients(curl_slist_append(nullptr, ("<" + mail.to + ">").c_str()),
                              curl_slist_free_all);
  const auto from = "<" + config.from + ">";
  std::string_view rest = mail.wire;
  if (CURL* handle = transfer.handle()) {
    set_server(handle, config);
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, read_on);
    curl_easy_setopt(handle, CURLOPT_READDATA, &rest);
  }
  const int code = transfer.run();
  if (code == CURLE_OK) return {};
  const auto reply = transfer.response_code();
  const bool for_good = reply >= 550 && reply < 560 && code != CURLE_LOGIN_DENIED;
  return {for_good ? Attempt::Outcome::refused : Attempt::Outcome::failed,
          "the mail server did not take the mail: " + transfer.problem(code)};
}

}  // namespace kb
