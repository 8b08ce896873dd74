#include "core/base/secrets.h"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace kb {
namespace {

constexpr int kUrlForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

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
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), kUrlForm), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kUrlForm);
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

std::string sealed(std::string_view key, std::string_view text) {
  const Hash fixed = generic_hash(key, nullptr, 0);
  static_assert(sizeof(Hash) == crypto_secretbox_KEYBYTES);
  std::vector<unsigned char> box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES +
                                 text.size());
  randombytes_buf(box.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(box.data() + crypto_secretbox_NONCEBYTES, bytes_of(text), text.size(),
                        box.data(), fixed.data());
  std::string letters(sodium_base64_ENCODED_LEN(box.size(), kUrlForm), '\0');
  sodium_bin2base64(letters.data(), letters.size(), box.data(), box.size(), kUrlForm);
  letters.pop_back();
  return letters;
}

std::optional<std::string> unsealed(std::string_view key, std::string_view sealed_text) {
  const Hash fixed = generic_hash(key, nullptr, 0);
  constexpr std::size_t kFrame = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  std::vector<unsigned char> box(sealed_text.size());
  std::size_t size = 0;
  const bool is_base64 =
      sodium_base642bin(box.data(), box.size(), sealed_text.data(), sealed_text.size(), nullptr,
                        &size, nullptr, kUrlForm) == 0;
  if (!is_base64 || size < kFrame) return std::nullopt;
  std::string text(size - kFrame, '\0');
  if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()),
                                 box.data() + crypto_secretbox_NONCEBYTES,
                                 size - crypto_secretbox_NONCEBYTES, box.data(), fixed.data()) != 0)
    return std::nullopt;
  return text;
}

bool equal_secrets(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace kb
