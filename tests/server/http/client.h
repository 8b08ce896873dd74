// A client for tests that can do what browsers never would: send bytes as they are, in pieces, and
// see exactly what comes back.
//
//   Client client(server.port());
//   client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
//   EXPECT_EQ(client.receive().status, 200);
//
// Waits at most 20 s for anything, so a hanging server fails a test instead of stopping it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/socket.h"

namespace kb::http {

struct Reply {
  int status = 0;  // 0: the connection ended before an answer
  std::string head;
  std::string body;

  std::string header(std::string_view name) const;  // "" if there is none
};

class Client {
 public:
  struct Options {
    int receive_buffer = 0;  // bytes; 0: the system's default
  };

  explicit Client(std::uint16_t port, Options options);
  explicit Client(std::uint16_t port) : Client(port, Options{}) {}

  void send(std::string_view bytes);  // ignores that the server may be gone
  void end_output();                  // sends nothing more
  Reply receive();                    // one answer, its body by Content-Length
  Reply receive_head();               // one answer to HEAD
  std::string receive_all();          // until the server closes
  bool is_closed_by_server();         // waits for it

 private:
  bool read_some();

  Socket socket_;
  std::string input_;
};

// "GET /path HTTP/1.1" with a Host and the given header lines ("A: b\r\n").
std::string get(std::string_view target, std::string_view header_lines = "");
std::string post(std::string_view target, std::string_view body,
                 std::string_view header_lines = "");

}  // namespace kb::http
