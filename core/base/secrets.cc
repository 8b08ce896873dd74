#include "core/base/secrets.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace kb {
namespace {

void start_sodium() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) throw std::runtime_error("the system gives no random bytes");
}

template <std::size_t Size>
std::string hex(const std::array<unsigned char, Size>& bytes) {
  std::string text(2 * Size + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

using Hash = std::array<unsigned char, crypto_generichash_BYTES>;

Hash generic_hash(std::string_view text, const unsigned char* key, std::size_t key_size) {
  start_sodium();
  Hash hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(text), text.size(), key, key_size);
  return hash;
}

}  // namespace

std::string random_token() {
  start_sodium();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  constexpr int kForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), kForm), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kForm);
  text.pop_back();
  return text;
}

std::string random_key() {
  start_sodium();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return hex(bytes);
}

std::string keyed_hash(std::string_view key, std::string_view text) {
  const Hash fixed = generic_hash(key, nullptr, 0);  // of the size that BLAKE2b takes for a key
  return hex(generic_hash(text, fixed.data(), fixed.size()));
}

std::string hash_of_secret(std::string_view secret) {
  return hex(generic_hash(secret, nullptr, 0));
}

bool equal_secrets(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace kb
