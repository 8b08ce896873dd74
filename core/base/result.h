// What can be expected to fail returns a Result; an Error says what happened, where, and what the
// person reading it can do.
//
//   Result<Config> config = load_config("kb.yaml");
//   if (!config) return fail(config.error());      // passes the Error on
//   return fail("not a date: 'soon'", "refund.md:4", "write it as 2026-03-14");
//
// An Error is handled, passed on or shown; never dropped, never turned into an empty result.

#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace kb {

struct Error {
  std::string what;   // "front matter: `updated` is not a date: 'soon'"
  std::string where;  // "content/articles/ro/billing/refund.md:4", may be empty
  std::string hint;   // "write it as 2026-03-14", may be empty

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}
inline tl::unexpected<Error> fail(std::string what, std::string where = {}, std::string hint = {}) {
  return fail(Error{std::move(what), std::move(where), std::move(hint)});
}

// "where: what; hint", the one line in which programs print an error.
inline std::string to_line(const Error& error) {
  std::string line = error.where.empty() ? error.what : error.where + ": " + error.what;
  return error.hint.empty() ? line : line + "; " + error.hint;
}

}  // namespace kb
