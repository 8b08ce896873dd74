// The one place where Xapian's exceptions become Errors: every call into Xapian goes through it.
//
//   return with_xapian("ro.public", [&]() -> Result<void> { database.commit(); return {}; });
//
// Only Xapian::Error is caught: anything else is a bug. Included by this folder's .cc files alone.

#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "core/base/result.h"
#include "core/index/field.h"

namespace kb::index {

// How all searches weigh a term.
inline Xapian::BM25Weight bm25() {
  return Xapian::BM25Weight(kSaturation, 0, 1, kLengthShare, 0.5);
}

template <class Action>
auto with_xapian(const std::string& where, Action&& action) -> decltype(action()) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::DatabaseOpeningError& error) {
    return fail("cannot open the index: " + error.get_msg(), where, "build it with kb-index build");
  } catch (const Xapian::DatabaseCorruptError& error) {
    return fail("the index is damaged: " + error.get_msg(), where,
                "rebuild it with kb-index build --full");
  } catch (const Xapian::Error& error) {
    std::string what = std::string(error.get_type()) + ": " + error.get_msg();
    if (const char* cause = error.get_error_string()) what += std::string(" (") + cause + ")";
    return fail(std::move(what), where);
  }
}

}  // namespace kb::index
