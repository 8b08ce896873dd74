#include "server/login/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <new>

#include "core/base/secrets.h"
#include "server/login/common_passwords.h"

namespace kb {
namespace {

struct Limits {
  unsigned long long operations;
  std::size_t memory;
};

Limits limits_of(Passwords::Cost cost) {
  if (cost == Passwords::Cost::least)
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
  return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// One of those that may hash at this moment; given back when it goes.
class Turn {
 public:
  explicit Turn(std::counting_semaphore<2>& free)
      : free_(free), taken_(free.try_acquire_for(std::chrono::milliseconds{500})) {}
  ~Turn() {
    if (taken_) free_.release();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  explicit operator bool() const { return taken_; }

 private:
  std::counting_semaphore<2>& free_;
  bool taken_;
};

tl::unexpected<Error> too_busy() {
  return fail("too many people are logging in at this moment", {}, "try again in a few seconds");
}

}  // namespace

const std::string& Passwords::nobodys() {
  std::call_once(made_, [this] { nobodys_ = hash(random_token()); });
  return nobodys_;
}

std::string Passwords::hash(std::string_view password) const {
  const auto [operations, memory] = limits_of(cost_);
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  if (crypto_pwhash_str(kept.data(), password.data(), password.size(), operations, memory) != 0)
    throw std::bad_alloc();  // its only cause
  return kept.data();
}

Result<std::string> Passwords::keep(std::string_view password) {
  const Turn turn(free_);
  if (!turn) return too_busy();
  return hash(password);
}

Result<Passwords::Checked> Passwords::check(std::string_view password, const std::string& kept) {
  const Turn turn(free_);
  if (!turn) return too_busy();
  const std::string& instead = nobodys();  // whoever is asked about first
  const std::string& against = kept.empty() ? instead : kept;
  const bool fits =
      characters_in(password) <= kLongest &&
      crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  Checked checked{.right = fits && !kept.empty()};
  const auto [operations, memory] = limits_of(cost_);
  if (checked.right && crypto_pwhash_str_needs_rehash(kept.c_str(), operations, memory) != 0)
    checked.kept_anew = hash(password);
  return checked;
}

std::optional<std::string> fault_of_password(std::string_view password, std::string_view user) {
  const auto characters = characters_in(password);
  if (characters < Passwords::kShortest) return "account.password_short";
  if (characters > Passwords::kLongest) return "account.password_long";
  if (password == user || is_common_password(password)) return "account.password_common";
  return std::nullopt;
}

}  // namespace kb
