// Hands imported tickets to the running server, which holds the store.
//
//   auto server = store::RunningServer::find(config.store.url);
//   RemoteSink sink([&](const std::string& body) { return (*server)->post("/local/tickets", body);
//   }); answer_local_import(sink_of_the_server, body)       // what the server answers to such a
//   post
//
// Tickets travel redacted. Batches are cut so that no post is larger than kLargestPost, the
// progress goes with the last of them. Belongs to one thread. Fails as the server says.

#pragma once

#include <functional>
#include <string_view>

#include "core/tickets/ticket_sink.h"

namespace kb::tickets {

inline constexpr std::size_t kLargestPost = 1 << 20;

class RemoteSink final : public TicketSink {
 public:
  using Post = std::function<Result<std::string>(const std::string& body)>;
  explicit RemoteSink(Post post) : post_(std::move(post)) {}

  Result<std::string> customer_key() override;
  Result<std::optional<FileProgress>> progress(const std::string& source,
                                               const std::string& file) override;
  Result<PutResult> put(std::span<const Ticket> tickets,
                        const std::optional<FileProgress>& progress) override;

 private:
  Post post_;
};

// The server's side: what a post asks for, done to its own sink.
Result<std::string> answer_local_import(TicketSink& sink, std::string_view body);

}  // namespace kb::tickets
