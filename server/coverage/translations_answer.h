// /writer/translations: articles by languages, with what customers asked for, and the way to a
// translation of each.
//
//   GET /writer/translations?lang=pl&category=billing&state=missing&page=2
//   GET /api/v1/translations?…&format=json|csv      the same for programs, all at once
//
// The page takes a state that is none for none chosen; the API refuses it. Who may ask is decided
// before. Thread-safe.

#pragma once

#include "server/staff_request.h"

namespace kb {

http::Response answer_translations(const StaffRequest& staff);
http::Response answer_translations_api(const StaffRequest& staff);

}  // namespace kb
