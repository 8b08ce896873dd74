// Passwords: which are good enough, how they are kept, how they are checked.
//
//   Passwords passwords(Passwords::Cost::interactive);
//   auto kept = passwords.keep("correct horse battery");     // "$argon2id$v=19$m=65536,…"
//   auto checked = passwords.check(typed, user ? user->password : "");
//   if (checked && checked->right && checked->kept_anew) …   // write that in its place
//
// Argon2id by libsodium: 64 MB and some 60 ms each, two at once at most, so that log-ins eat
// neither the memory nor the workers; who comes while both are taken for long gets an Error. Where
// there is nothing to check against, a check takes just as long. Thread-safe.

#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kb {

class Passwords {
 public:
  enum class Cost {
    interactive,
    least,  // for tests
  };
  struct Checked {
    bool right = false;
    std::optional<std::string> kept_anew = {};  // it was kept at another cost than today's
  };

  static constexpr std::size_t kShortest = 10;  // characters
  static constexpr std::size_t kLongest = 200;

  explicit Passwords(Cost cost) : cost_(cost) {}

  Result<std::string> keep(std::string_view password);
  Result<Checked> check(std::string_view password, const std::string& kept);

 private:
  std::string hash(std::string_view password) const;
  const std::string& nobodys();  // to check against where there is no account

  Cost cost_;
  std::once_flag made_;
  std::string nobodys_;  // made by the first check: who never logs in needs no 64 MB for it
  std::counting_semaphore<2> free_{2};
};

// What is wrong with a new password, as key of a text; nothing where it will do.
std::optional<std::string> fault_of_password(std::string_view password, std::string_view user);

}  // namespace kb
