// Requests out of the bytes of one connection, however they arrive.
//
//   reader.append(bytes);
//   while (reader.advance() == RequestReader::State::complete) {
//     serve(reader.take());                              // pipelined ones follow
//   }
//
// Holds at most one request plus what was read together with its end. Belongs to one thread.
// A refused request ends the connection: nobody knows where the next one would begin.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/request_head.h"

namespace kb::http {

class RequestReader {
 public:
  enum class State {
    idle,      // nothing has arrived of the next request
    partial,   // some has
    complete,  // all has: take it
    refused,   // see rejection()
  };

  struct Message {
    Head head;
    std::string body;
  };

  explicit RequestReader(const HeadLimits& limits) : limits_(limits) {}

  void append(std::string_view bytes) { input_.append(bytes); }
  State advance();

  // The bytes that the body will have, once the head is complete.
  std::size_t announced_body() const { return head_length_ ? head_.content_length : 0; }

  // True once for a request whose client wants to be told before it sends the body.
  bool take_continue();

  const Rejection& rejection() const { return *rejection_; }
  Message take();    // the complete request; the next one begins
  Head take_head();  // of a request that is not, as far as it was understood

 private:
  void skip_blank_lines();
  std::optional<Rejection> read_head();

  const HeadLimits& limits_;
  std::string input_;
  HeadScanner scanner_;
  std::size_t head_length_ = 0;  // 0: the head is not complete
  Head head_;
  std::optional<Rejection> rejection_;
};

}  // namespace kb::http
