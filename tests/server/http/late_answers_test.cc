#include "server/http/late_answers.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "server/http/server.h"
#include "tests/server/http/client.h"
#include "tests/server/http/running_server.h"

namespace kb::http {
namespace {

// Answers that somebody else gives, once the test says so.
class Desk {
 public:
  Handler handler() {
    return [this](const Request& request) -> Response {
      if (request.path == "/now") return {.content_type = "text/plain", .body = "now"};
      Response response;
      response.later = [this](LateReply reply) {
        const std::lock_guard lock(mutex_);
        replies_.push_back(std::move(reply));
        arrived_.notify_all();
      };
      return response;
    };
  }
  std::vector<LateReply> take(std::size_t count) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return replies_.size() >= count; });
    return std::exchange(replies_, {});
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<LateReply> replies_;
};

Response text(std::string body) {
  return {.status = 202, .content_type = "text/plain", .body = std::move(body)};
}

TEST(LateAnswers, HoldNoWorker) {
  Desk desk;
  RunningServer server(desk.handler(), {.workers = 1, .max_queued = 1});
  std::vector<Client> waiting;
  std::vector<LateReply> replies;
  for (int i = 0; i < 5; ++i) {  // one after the other: more than two at once are turned away
    waiting.emplace_back(server.port());
    waiting.back().send(post("/later", "x"));
    replies.push_back(desk.take(1).front());
  }
  Client other(server.port());
  other.send(get("/now"));
  EXPECT_EQ(other.receive().body, "now");
  for (auto& reply : replies) reply(text("late"));
  for (auto& client : waiting) {
    const auto answer = client.receive();
    EXPECT_EQ(answer.status, 202);
    EXPECT_EQ(answer.body, "late");
  }
}

TEST(LateAnswers, AreGivenOnceAndTheConnectionGoesOn) {
  Desk desk;
  RunningServer server(desk.handler());
  Client client(server.port());
  client.send(get("/later") + get("/now"));
  const auto reply = desk.take(1).front();
  reply(text("first"));
  reply(text("second"));
  EXPECT_EQ(client.receive().body, "first");
  EXPECT_EQ(client.receive().body, "now");
}

TEST(LateAnswers, ThatNeverComeAreErrors) {
  Desk desk;
  RunningServer server(desk.handler());
  Client client(server.port());
  client.send(get("/later"));
  desk.take(1).clear();
  EXPECT_EQ(client.receive().status, 500);
}

TEST(LateAnswers, OfAThrowingHandlerAreErrors) {
  RunningServer server([](const Request&) -> Response {
    Response response;
    response.later = [](const LateReply&) { throw std::runtime_error("secret"); };
    return response;
  });
  Client client(server.port());
  client.send(get("/later"));
  const auto answer = client.receive();
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
}

TEST(LateAnswers, OfClientsThatAreGoneHarmNobody) {
  Desk desk;
  RunningServer server(desk.handler());
  { Client(server.port()).send(get("/later")); }
  const auto replies = desk.take(1);
  Client other(server.port());
  other.send(get("/now"));
  EXPECT_EQ(other.receive().body, "now");
  replies.front()(text("too late"));
}

TEST(LateAnswers, AreGivenWhileTheServerStops) {
  Desk desk;
  RunningServer server(desk.handler());
  Client client(server.port());
  client.send(get("/later"));
  const auto replies = desk.take(1);
  std::jthread answering([&] { replies.front()(text("late")); });
  server.stop();
  EXPECT_EQ(client.receive().body, "late");
}

TEST(LateAnswers, AfterTheServerIsGoneAreDropped) {
  Desk desk;
  std::vector<LateReply> replies;
  {
    RunningServer server(desk.handler(), {.stop_grace = std::chrono::milliseconds(10)});
    Client client(server.port());
    client.send(get("/later"));
    replies = desk.take(1);
  }
  replies.front()(text("too late"));
}

TEST(LateAnswers, ComeFromManyThreads) {
  Desk desk;
  RunningServer server(desk.handler());
  std::vector<Client> clients;
  for (int i = 0; i < 16; ++i) {
    clients.emplace_back(server.port());
    clients.back().send(get("/later"));
  }
  {
    std::vector<std::jthread> threads;
    for (auto& reply : desk.take(16))
      threads.emplace_back([reply = std::move(reply)] { reply(text("late")); });
  }
  for (auto& client : clients) EXPECT_EQ(client.receive().body, "late");
}

}  // namespace
}  // namespace kb::http
