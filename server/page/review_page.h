// One question with the answers it got, and the form that makes a public answer of it.
//
//   ReviewPage page{.staff = site, .title = "Where is my parcel?", .open = true, …};
//   std::string html = render(renderer, page);
//
// What a writer has typed is shown again as it is; faults stand at their fields. `snippet_html` is
// escaped text with <mark> alone. Plain values, pure.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct ReviewedAnswer {
  std::string ticket = {};
  std::vector<MarkedPart> text = {};
  Time when = {};
  std::optional<int> satisfaction = {};
  bool chosen = false;
  std::string choose_url = {};  // the form begins with it; empty: cannot be chosen
};

struct ReviewedArticle {
  std::string key = {};  // "en/billing/refund"
  std::string title = {};
  std::string lang = {};
  std::string url = {};
  std::string snippet_html = {};
};

struct ReviewFields {
  std::string title = {};
  std::string question = {};
  std::string answer = {};
  std::string category = {};
  std::string path = {};
  std::string note = {};
  std::string article = {};
};

struct FoundValue {
  std::string text = {};
  std::string kind = {};  // in words
  bool kept = false;
};

struct ReviewPage {
  StaffSite staff = {};
  std::string queue_url = {};
  std::string action = {};
  std::string seen = {};
  std::string title = {};  // of the question
  std::string lang = {};   // of the tickets
  std::vector<MarkedPart> question = {};
  std::vector<ReviewedAnswer> answers = {};
  std::vector<ReviewedArticle> articles = {};
  struct Member {
    std::string ticket;
    Time when;
  };
  std::vector<Member> members = {};
  std::int64_t count = 1;
  std::optional<double> satisfaction = {};
  std::string topic = {};
  std::vector<std::pair<std::string, std::int64_t>> redacted = {};  // in words -> how often

  bool open = true;  // there is something to decide
  bool rejected = false;
  std::string state = {};  // key of a text; empty: nobody has begun
  std::string who = {};    // brought it there
  std::optional<Time> when = {};
  std::string reason = {};
  std::string answer_url = {};
  std::string draft_file = {};

  std::string changed_by = {};  // somebody was faster
  std::string problem = {};     // a line; empty: none
  ReviewFields fields = {};
  std::vector<Choice> categories = {};
  std::vector<FoundValue> values = {};
  std::vector<std::string> placeholders = {};
  std::map<std::string, std::string> faults = {};  // field -> key of a text
  bool four_eyes = false;
  BuildView build = {};
  std::optional<RatingForm> rating = {};
};

std::string render(const Renderer& renderer, const ReviewPage& page);

}  // namespace kb::page
