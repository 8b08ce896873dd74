// /admin/audit: the audit log, newest first, a hundred lines a page.
//
//   /admin/audit?who=ana&before=4711
//
// For admins (permissions.h). Thread-safe.

#pragma once

#include "server/staff_request.h"

namespace kb {

http::Response answer_audit(const StaffRequest& staff);

}  // namespace kb
