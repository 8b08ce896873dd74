// The running server: everything put together, from a configuration to answered requests.
//
//   auto service = Service::create(config, Service::Mode::customers, clock, log);
//   if (!service) return fail(service.error());     // a port that is taken, a template with an
//   error
//   (*service)->run();                               // until stop()
//
// stop() may be called from a signal handler; requests in flight finish. Without an index it serves
// pages that say so, until one is published.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"

namespace kb {

class Service {
 public:
  using Log = std::function<void(const std::string& line)>;  // called from several threads

  enum class Mode {
    customers,
    preview,  // for writers: drafts, what check found, pages that reload; loopback only
  };

  static Result<std::unique_ptr<Service>> create(const Config& config, Mode mode,
                                                 const Clock& clock, Log log);
  ~Service();

  std::uint16_t port() const;
  void run();
  void stop() noexcept;

 private:
  class Impl;
  explicit Service(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb
