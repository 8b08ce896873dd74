// One transfer by libcurl, as both a webhook and a mail need it: limits, no proxy of the
// environment, an end when the server ends.
//
//   Transfer transfer({.ending = &ending});
//   curl_easy_setopt(transfer.handle(), CURLOPT_URL, url.c_str());
//   const CURLcode code = transfer.run();             // then transfer.problem(code)
//
// Belongs to one thread. Verifies certificates. libcurl's header stays in the files that need it.

#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>

namespace kb {

struct TransferLimits {
  std::chrono::milliseconds connect = std::chrono::seconds{10};
  std::chrono::milliseconds total = std::chrono::seconds{20};
  const std::atomic<bool>* ending = nullptr;  // true: the transfer is broken off
};

class Transfer {
 public:
  explicit Transfer(const TransferLimits& limits);

  void* handle() const { return handle_.get(); }  // CURL*
  int run();                                      // CURLcode
  long response_code() const;                     // 0: none came
  std::string problem(int code) const;            // in words

 private:
  struct Cleanup {
    void operator()(void* handle) const;
  };

  std::unique_ptr<void, Cleanup> handle_;
  std::unique_ptr<std::array<char, 256>> words_;  // libcurl's own, of what went wrong
};

}  // namespace kb
