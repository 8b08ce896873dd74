// Answers every request: takes off the base path, finds what is asked for, asks whether it may be
// (login/permissions.h), and hands it to those who make it.
//
//   http::Response answer = router.answer(request);
//
// Thread-safe.

#pragma once

#include <string>

#include "server/help_center.h"
#include "server/http/message.h"
#include "server/metrics.h"
#include "server/route.h"

namespace kb {

class Router {
 public:
  // `openapi`: the description of the API, a JSON text.
  Router(const HelpCenter& center, const Metrics& metrics, std::string openapi);

  http::Response answer(const http::Request& request) const;

  // What a request asks for, as metrics call it.
  Route route_of(const http::Request& request) const;

 private:
  http::Response answer_here(const http::Request& request, const Route& route) const;
  http::Response answer_anyone(const http::Request& request, const Route& route) const;
  http::Response ready() const;
  http::Response preview_state() const;

  const HelpCenter& center_;
  const Metrics& metrics_;
  std::string openapi_;
};

}  // namespace kb
