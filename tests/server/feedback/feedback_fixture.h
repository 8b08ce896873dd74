// A help center that asks how it went, a reader's browser, and what was noted of it.
//
//   class Votes : public FeedbackFixture {};
//   TEST_F(Votes, AreNoted) {
//     const auto answer = send("/en/feedback", {{"object", "en/billing/refund"}, {"vote", "yes"}});
//     EXPECT_THAT(noted(), ElementsAre("voted en/billing/refund yes 0 {}"));
//   }
//
// Two articles in English, one of them in Polish too. Not thread-safe.

#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/store/event_table.h"
#include "server/events/events.h"
#include "tests/server/help_center_fixture.h"

namespace kb {

class FeedbackFixture : public testing::Test {
 protected:
  using Fields = std::vector<http::Field>;

  FeedbackFixture() {
    center.site.write("en/billing/refund.md", "# Get a refund\n\nWithin 14 days.\n");
    center.site.write("en/drafts/secret.md", "---\ndraft: true\n---\n# Secret\n\nNot yet.\n");
    center.site.write("en/crew.md", "---\naudience: agents\n---\n# Crew\n\nFor agents.\n");
    center.site.write("pl/billing/refund.md", "# Zwrot kosztów\n\nW ciągu 14 dni.\n");
    center.site.write("ro/parcel.md", "# Colet\n\nVine mâine.\n");
    center.open_store();
    center.publish();
  }

  static Fields browser(Fields more = {}) {
    more.push_back({"User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0"});
    return more;
  }
  http::Response get(const std::string& target, Fields headers = {}) {
    return center.router().answer(from_reader(target, std::move(headers)));
  }
  http::Response send(const std::string& target, const Fields& fields, Fields headers = {}) {
    auto request = from_reader(target, std::move(headers));
    request.method = "POST";
    request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    for (const auto& field : fields)
      request.body += (request.body.empty() ? "" : "&") + field.name + "=" + encoded(field.value);
    return center.router().answer(request);
  }

  // "voted en/billing/refund yes 0 {detail}", in the order in which it came.
  std::vector<std::string> noted() {
    std::vector<std::string> lines;
    for (const auto& event : events())
      lines.push_back(std::string(store::action_name(event.action)) + " " + event.object + " " +
                      event.outcome + " " + std::to_string(event.value) + " " + event.detail);
    return lines;
  }
  // Votes and answers alone: pages that were viewed are another story.
  std::vector<store::Event> events() {
    center.center().events->log().flush();
    std::vector<store::Event> found;
    const auto read = center.center().store()->read([&](store::Sql& sql) {
      return store::each_event(sql, {}, [&](const store::Event& event) -> Result<void> {
        if (event.action == store::Action::voted || event.action == store::Action::surveyed)
          found.push_back(event);
        return {};
      });
    });
    EXPECT_TRUE(read) << to_line(read.error());
    return found;
  }

  // A parameter of the address that a redirect names, decoded.
  static std::string parameter_of(const http::Response& response, std::string_view name) {
    const auto target = http::parse_target(header(response, "Location"));
    if (!target) return {};
    for (const auto& field : target->parameters)
      if (field.name == name) return field.value;
    return {};
  }

  HelpCenterFixture center;

 private:
  static http::Request from_reader(const std::string& target, Fields headers) {
    auto request = HelpCenterFixture::request(target, browser(std::move(headers)));
    request.client_address = "203.0.113.7";
    return request;
  }
  static std::string encoded(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
    return out;
  }
};

}  // namespace kb
