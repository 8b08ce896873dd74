// /writer and all below it: what waits for writers, the review queue, one question, peer review.
//
//   {Page::writer, answer_writer}      // in the router's table
//
// One function a page, each on its own request; who may ask is decided before. Thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "server/staff_request.h"

namespace kb {

http::Response answer_writer(const StaffRequest& staff);

// The pages below it; `rest` is what stands in the address after the page's own part.
http::Response answer_dashboard(const StaffRequest& staff);
http::Response answer_queue(const StaffRequest& staff);
http::Response answer_review(const StaffRequest& staff, std::string_view rest);
http::Response answer_peer(const StaffRequest& staff);
http::Response answer_peer_reply(const StaffRequest& staff, std::string_view rest);
http::Response answer_publish(const StaffRequest& staff);

}  // namespace kb
