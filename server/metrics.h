// Figures for the operator's monitoring, as Prometheus reads them: /metrics.
//
//   metrics.observe(Page::search, 200, 812us);
//   metrics.text()   // "answerwell_requests_total{page="search",status="200"} 1 …"
//
// Labels are page kinds, status codes and languages only: never what people typed. Thread-safe.

#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "core/index/generation.h"
#include "server/route.h"

namespace kb {

class Metrics {
 public:
  Metrics();
  ~Metrics();

  void observe(Page page, int status, std::chrono::microseconds took);
  void published(const index::Generation& generation);
  void refresh_failed();
  void delivery(std::string_view outcome);  // "delivered", "failed", "dead"
  std::string text() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb
