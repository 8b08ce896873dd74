// Peer review: the replies of one week that colleagues rate, how far oneself has come, and once all
// are rated, how good they are and how far the raters agree; and one reply with its form.
//
//   PeerPage page{.staff = site, .week = "2026-W47", .replies = {…}};
//   std::string html = render(renderer, page);
//
// Nobody sees others' marks before their own are given: results are empty until then. Plain values,
// pure.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct PeerReply {
  std::string title = {};
  std::string lang = {};
  std::string url = {};
  bool rated = false;
};

struct PeerResult {
  std::string criterion = {};  // its key
  std::optional<double> mean = {};
  std::optional<double> alpha = {};  // nothing: too few ratings to tell
  std::int64_t ratings = 0;
};

struct PeerPage {
  StaffSite staff = {};
  std::string writer_url = {};
  Time from = {};  // the week's first day
  Time to = {};    // its last
  std::vector<PeerReply> replies = {};
  std::vector<PeerResult> results = {};  // empty: not all are rated yet
  std::vector<Link> weeks = {};          // the other ones
};

struct PeerReplyPage {
  StaffSite staff = {};
  std::string peer_url = {};
  std::string title = {};
  std::string lang = {};
  std::vector<MarkedPart> question = {};
  std::vector<MarkedPart> answer = {};
  RatingForm rating = {};
};

std::string render(const Renderer& renderer, const PeerPage& page);
std::string render(const Renderer& renderer, const PeerReplyPage& page);

}  // namespace kb::page
