#include "core/tickets/remote_sink.h"

#include <gtest/gtest.h>

#include "tests/core/store/small_ticket.h"
#include "tests/core/tickets/memory_sink.h"

namespace {

using namespace kb;
using namespace kb::tickets;

using store::small_ticket;

TEST(RemoteSink, SaysToTheServerWhatItsOwnSinkIsAsked) {
  MemorySink server;
  int posts = 0;
  RemoteSink sink([&](const std::string& body) {
    ++posts;
    return answer_local_import(server, body);
  });
  EXPECT_EQ(*sink.customer_key(), "key");
  EXPECT_EQ(*sink.progress("desk", "/a"), std::nullopt);
  const std::vector<Ticket> batch = {small_ticket(1), small_ticket(2)};
  const FileProgress progress{"desk", "/a", "mark", 300, 3};
  EXPECT_EQ(*sink.put(batch, progress), (PutResult{2, 0, 0}));
  EXPECT_EQ(**sink.progress("desk", "/a"), progress);
  EXPECT_EQ(server.tickets.at("zendesk/2"), small_ticket(2));
  EXPECT_EQ(*sink.put({}, progress), (PutResult{}));
  EXPECT_EQ(posts, 5);
}

TEST(RemoteSink, LargeBatchesTakeSeveralPostsAndTheLastHasTheProgress) {
  MemorySink server;
  std::vector<Ticket> batch;
  for (int i = 0; i < 5; ++i) {
    batch.push_back(small_ticket(i));
    batch.back().question.assign(kLargestPost / 2 - 2000, 'x');
  }
  int posts = 0;
  RemoteSink sink([&](const std::string& body) {
    EXPECT_LT(body.size(), kLargestPost + 1000);
    EXPECT_EQ(server.files.size(), 0U);
    ++posts;
    return answer_local_import(server, body);
  });
  EXPECT_EQ(*sink.put(batch, FileProgress{"desk", "/a", "mark", 1, 1}), (PutResult{5, 0, 0}));
  EXPECT_EQ(posts, 3);
  EXPECT_EQ(server.files.size(), 1U);
}

TEST(RemoteSink, WhatNobodyUnderstandsIsAnError) {
  MemorySink server;
  for (const char* body : {"", "{}", "[]", "3", R"({"ask": "weather"})", R"({"ask": 3})",
                           R"({"tickets": [{}], "progress": null})"})
    EXPECT_FALSE(answer_local_import(server, body)) << body;
  RemoteSink garbled(
      [](const std::string&) -> Result<std::string> { return std::string("<html>"); });
  EXPECT_FALSE(garbled.customer_key());
  EXPECT_FALSE(garbled.progress("a", "b"));
  EXPECT_FALSE(garbled.put({}, std::nullopt));
  RemoteSink gone(
      [](const std::string&) -> Result<std::string> { return fail("the server is gone"); });
  EXPECT_EQ(gone.put({}, std::nullopt).error().what, "the server is gone");
}

}  // namespace
