// A help center that sends mail, for the tests of who is told what.
//
//   class Watches : public WatchFixture {};
//   TEST_F(Watches, …) { ask({{"email", "ana@mail.example"}, {"q", "warranty"}}); mails().size(); }
//
// Mails are taken from the store: nothing is sent. Not thread-safe.

#pragma once

#include "core/store/answer_watches.h"
#include "core/store/deliveries.h"
#include "server/delivery/delivery_worker.h"
#include "tests/server/staff_fixture.h"

namespace kb {

class WatchFixture : public StaffFixture {
 protected:
  WatchFixture() {
    auto& config = center.site.config;
    config.site.base_url = "https://help.example";
    config.mail.smtp = "smtp://127.0.0.1:1";
    config.mail.from = "help@fernway.example";
    center.site.write("en/refund.md", "# Get a refund\n\nSend it back within 30 days.\n");
    center.site.write("ro/refund.md", "# Primiți banii înapoi\n\nTrimiteți-l în 30 de zile.\n");
    worker_ = DeliveryWorker::create({.config = config,
                                      .clock = center.site.clock,
                                      .store = [this] { return center.center().store(); },
                                      .problem = [](const Error&) {}})
                  .value();
    center.deliveries = worker_.get();
    center.start();
    center.publish();
  }

  http::Response ask(const Fields& fields, const std::string& lang = "en") const {
    return post("/" + lang + "/watch", fields, {});
  }
  http::Response decide(const std::string& token, const std::string& what) const {
    return post("/en/watch/" + token, {{"do", what}}, {});
  }

  // All that wait, oldest first.
  std::vector<store::Delivery> mails() {
    const auto later = center.site.clock.now() + std::chrono::hours{1};
    return store()
        .read([&](store::Sql& sql) { return store::due_deliveries(sql, later, 100); })
        .value();
  }
  // From the link in a mail, which is encoded there: "=" and line breaks are put right.
  static std::string token_in(const store::Delivery& mail) {
    const std::string begin = "List-Unsubscribe: ";
    std::string header = mail.payload.substr(mail.payload.find(begin) + begin.size());
    header = header.substr(0, header.find('>'));
    return header.substr(header.rfind('/') + 1);
  }
  std::vector<store::AnswerWatch> confirmed() {
    return store().read([](store::Sql& sql) { return store::open_watches(sql); }).value();
  }

 private:
  std::unique_ptr<DeliveryWorker> worker_;
};

}  // namespace kb
