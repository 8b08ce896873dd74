// "Tell me when this is answered": the form that asks for an e-mail address, and the pages that its
// owner reaches from the mail that asks back.
//
//   WatchPage page{.site = site, .step = WatchStep::ask, .action = "/ro/watch", .query = "retur"};
//   std::string html = render(renderer, page);
//
// Nobody learns from them whether an address is known. Plain values and a pure function.

#pragma once

#include <string>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

enum class WatchStep {
  ask,
  sent,    // a mail went out, or would have gone
  decide,  // from the mail: yes or no
  confirmed,
  stopped,
  gone,  // the link is of no use any more
};

enum class WatchFault { none, bad_email, too_many, unavailable };

struct WatchPage {
  Site site = {};
  WatchStep step = WatchStep::ask;
  WatchFault fault = WatchFault::none;
  std::string action = {};   // where the form goes
  std::string query = {};    // what was searched for in vain; else an article:
  std::string article = {};  // "ro/billing/refund"
  std::string title = {};    // of the article
  std::string email = {};    // as typed before
};

std::string render(const Renderer& renderer, const WatchPage& page);

}  // namespace kb::page
