#include "server/delivery/webhook_signature.h"

#include <sodium.h>

#include <array>

namespace kb {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::size_t kShortestKey = 24;  // bytes, as Standard Webhooks asks
constexpr std::size_t kLongestKey = 64;

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string decoded(std::string_view text) {
  std::string key(text.size(), '\0');
  std::size_t length = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(key.data()), key.size(), text.data(),
                        text.size(), nullptr, &length, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0)
    return {};
  key.resize(length);
  return key;
}

template <std::size_t size>
std::string encoded(const std::array<unsigned char, size>& hash) {
  std::array<char, sodium_base64_ENCODED_LEN(size, sodium_base64_VARIANT_ORIGINAL)> text{};
  return sodium_bin2base64(text.data(), text.size(), hash.data(), hash.size(),
                           sodium_base64_VARIANT_ORIGINAL);
}

}  // namespace

Result<WebhookSecret> WebhookSecret::parse(std::string_view text) {
  const bool marked = text.starts_with(kPrefix);
  auto key = marked ? decoded(text.substr(kPrefix.size())) : std::string();
  if (key.size() < kShortestKey || key.size() > kLongestKey)
    return fail("the webhook's secret is not of the form whsec_… with 24 to 64 bytes in base64",
                "contact.webhook_secret", "make one: echo \"whsec_$(openssl rand -base64 32)\"");
  return WebhookSecret(std::move(key));
}

std::string WebhookSecret::sign(std::string_view id, Time at, std::string_view body) const {
  const auto head = std::string(id) + "." + std::to_string(at.time_since_epoch().count()) + ".";
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes(key_), key_.size());
  crypto_auth_hmacsha256_update(&state, bytes(head), head.size());
  crypto_auth_hmacsha256_update(&state, bytes(body), body.size());
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
  crypto_auth_hmacsha256_final(&state, hash.data());
  return "v1," + encoded(hash);
}

}  // namespace kb
