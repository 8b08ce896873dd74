// Which mails of a mailbox belong together, from their headers alone.
//
//   MailThreads threads;
//   threads.add({.at = span, .id = "a@x", .subject = "Refund?", .parties = {…}});
//   threads.add({.at = span, .id = "b@x", .parents = {"a@x"}, .subject = "Re: Refund?"});
//   threads.take()        // {{span, span}}: by their first mail, each in the mailbox's order
//
// Mails belong together by In-Reply-To and References; a reply that names no mail joins the last
// thread with its subject and one of its people. A mail that is there twice counts once. Belongs to
// one thread of execution.

#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace kb::tickets {

struct MailSpan {
  std::uint64_t begin = 0;  // bytes of the mailbox
  std::uint64_t end = 0;
  std::uint64_t line = 0;
};

struct MailFacts {
  MailSpan at;
  std::string id;
  std::vector<std::string> parents;
  std::string subject;
  std::vector<std::string> parties;  // addresses that wrote or got it
};

class MailThreads {
 public:
  void add(const MailFacts& mail);
  std::vector<std::vector<MailSpan>> take();

 private:
  std::size_t root_of(std::size_t mail);
  void join(std::size_t a, std::size_t b);
  std::size_t number_of(const std::string& id);

  std::vector<std::size_t> parent_;                      // of every message id seen, by number
  std::vector<bool> is_there_;                           // by number: the mail, not only its name
  std::unordered_map<std::string, std::size_t> ids_;     // message id -> number
  std::vector<std::pair<std::size_t, MailSpan>> mails_;  // number -> where
  std::unordered_map<std::string, std::size_t> topics_;  // subject and party -> number
};

}  // namespace kb::tickets
