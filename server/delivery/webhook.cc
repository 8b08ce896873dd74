#include "server/delivery/webhook.h"

#include <curl/curl.h>

#include <memory>

#include "server/delivery/private_address.h"

namespace kb {
namespace {

struct Guard {
  bool private_allowed = false;
  bool refused = false;  // an address of a private network was asked for
};

curl_socket_t open_socket(void* guard_pointer, curlsocktype, curl_sockaddr* address) {
  auto& guard = *static_cast<Guard*>(guard_pointer);
  if (!guard.private_allowed && is_private_address(address->addr)) {
    guard.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// The status is all that counts: the first byte of a body ends the transfer.
std::size_t stop_reading(char*, std::size_t, std::size_t, void*) {
  return 0;
}

using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void add(Headers& headers, const std::string& line) {
  if (auto* longer = curl_slist_append(headers.get(), line.c_str())) {
    static_cast<void>(headers.release());
    headers.reset(longer);
  }
}

Headers headers_of(const Webhook& webhook, const WebhookSecret& secret, Time now) {
  Headers headers(nullptr, curl_slist_free_all);
  add(headers, "Content-Type: application/json");
  add(headers, "User-Agent: Answerwell");
  add(headers, "Expect:");  // no round trip before the body
  add(headers, "webhook-id: " + webhook.id);
  add(headers, "webhook-timestamp: " + std::to_string(now.time_since_epoch().count()));
  add(headers, "webhook-signature: " + secret.sign(webhook.id, now, webhook.body));
  return headers;
}

std::optional<std::chrono::seconds> asked_to_wait(CURL* handle) {
  curl_off_t wait = 0;
  curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &wait);
  if (wait <= 0) return std::nullopt;
  return std::chrono::seconds(wait);
}

Attempt outcome_of(const Transfer& transfer) {
  using enum Attempt::Outcome;
  const auto status = transfer.response_code();
  if (status >= 200 && status < 300) return {};
  const auto problem = "the webhook's receiver answered with HTTP " + std::to_string(status);
  if (status == 410) return {refused, problem + ": it wants no more of them"};
  if (status >= 300 && status < 400)
    return {failed, problem + ": redirects are not followed, name the address they lead to"};
  return {failed, problem, asked_to_wait(transfer.handle())};
}

}  // namespace

Attempt post_webhook(const Webhook& webhook, const WebhookSecret& secret, Time now) {
  Transfer transfer(webhook.limits);
  const auto headers = headers_of(webhook, secret, now);
  Guard guard{.private_allowed = webhook.private_allowed};
  if (CURL* handle = transfer.handle()) {
    curl_easy_setopt(handle, CURLOPT_URL, webhook.url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(webhook.body.size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, webhook.body.data());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &guard);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, stop_reading);
  }
  const int code = transfer.run();
  if (code == CURLE_OK || code == CURLE_WRITE_ERROR) return outcome_of(transfer);
  if (guard.refused)
    return {Attempt::Outcome::failed,
            "the webhook's address is inside a private network; if that is meant, set "
            "contact.private_webhooks: true"};
  return {Attempt::Outcome::failed, "the webhook did not arrive: " + transfer.problem(code)};
}

}  // namespace kb
