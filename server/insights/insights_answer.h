// /writer/insights: the figures of visits as tables, with what to choose them by.
//
//   {Page::insights, answer_insights}      // in the router's table
//
// What is wrong with the question is told above the figures of the usual period. Thread-safe.

#pragma once

#include "server/staff_request.h"

namespace kb {

http::Response answer_insights(const StaffRequest& staff);

}  // namespace kb
