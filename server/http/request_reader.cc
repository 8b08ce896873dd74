#include "server/http/request_reader.h"

#include <utility>

namespace kb::http {
namespace {

constexpr std::size_t kKeptCapacity = 16 * 1024;  // idle connections are many

}  // namespace

RequestReader::State RequestReader::advance() {
  if (head_length_ == 0) {
    skip_blank_lines();
    if (input_.empty()) return State::idle;
    rejection_ = read_head();
    if (rejection_) return State::refused;
    if (head_length_ == 0) return State::partial;
  }
  const bool whole = input_.size() - head_length_ >= head_.content_length;
  return whole ? State::complete : State::partial;
}

bool RequestReader::take_continue() {
  const bool waits = head_length_ != 0 && input_.size() == head_length_;
  return waits && std::exchange(head_.expects_continue, false);
}

Head RequestReader::take_head() {
  return std::exchange(head_, Head());
}

RequestReader::Message RequestReader::take() {
  const std::size_t end = head_length_ + head_.content_length;
  Message message{take_head(), input_.substr(head_length_, end - head_length_)};
  input_.erase(0, end);
  if (input_.empty() && input_.capacity() > kKeptCapacity) input_.shrink_to_fit();
  scanner_ = HeadScanner();
  head_length_ = 0;
  return message;
}

// RFC 9112, 2.2: some clients end a body with a line break that its length does not count.
void RequestReader::skip_blank_lines() {
  std::size_t blank = 0;
  while (std::string_view(input_).substr(blank, 2) == "\r\n") blank += 2;
  if (blank == 0) return;
  input_.erase(0, blank);
  scanner_ = HeadScanner();
}

std::optional<Rejection> RequestReader::read_head() {
  const auto scan = scanner_.scan(input_, limits_);
  if (scan.rejection || scan.length == 0) return scan.rejection;
  head_length_ = scan.length;
  return parse_head(std::string_view(input_).substr(0, scan.length), limits_, head_);
}

}  // namespace kb::http
