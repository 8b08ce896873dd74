// A help center that notes what its visitors do, and what it noted.
//
//   class Clicks : public EventsFixture {};
//   TEST_F(Clicks, AreNoted) {
//     visit("/pl/search?q=zwrot");
//     EXPECT_THAT(noted(), ElementsAre("searched pl =1 results zwrot"));
//   }
//
// Visitors come with Firefox from 203.0.113.7. Articles: refunds (en, pl) and a late parcel (en).

#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <future>
#include <string>
#include <vector>

#include "core/store/event_table.h"
#include "server/events/events.h"
#include "tests/server/staff_fixture.h"

namespace kb {

class EventsFixture : public StaffFixture {
 protected:
  static constexpr const char* kFirefox =
      "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

  EventsFixture() {
    center.site.config.site.fallback = {{"pl", {"en"}}};
    center.site.write("pl/billing/refund.md", "# Zwrot pieniędzy\n\nZwrot trwa 14 dni.\n");
    center.site.write("en/billing/refund.md", "# Refunds\n\nA refund takes 14 days.\n");
    center.site.write("en/parcels/late.md", "# Late parcels\n\nWait a day, then ask.\n");
    center.publish();
  }

  Events& events() { return *center.center().events; }

  // A visitor's request; a field given here takes the place of Firefox's.
  static http::Request visitor(const std::string& target, Fields headers = {}) {
    if (std::ranges::find(headers, "User-Agent", &http::Field::name) == headers.end())
      headers.push_back({"User-Agent", kFirefox});
    return request(target, {}, std::move(headers));
  }
  http::Response visit(const std::string& target, Fields headers = {}) const {
    return answer(visitor(target, std::move(headers)));
  }

  // Now or later.
  http::Response answer_in_the_end(const http::Request& asked) const {
    auto response = answer(asked);
    if (!response.later) return response;
    std::promise<http::Response> promise;
    auto future = promise.get_future();
    response.later([&](http::Response late) { promise.set_value(std::move(late)); });
    return future.get();
  }

  std::vector<store::Event> stored() {
    events().log().flush();
    std::vector<store::Event> all;
    const auto read = store().read([&](store::Sql& sql) {
      return store::each_event(sql, {}, [&](const store::Event& event) -> Result<void> {
        all.push_back(event);
        return {};
      });
    });
    EXPECT_TRUE(read) << to_line(read.error());
    return all;
  }

  // What they say, but for when, who, by which query and form.
  std::vector<std::string> noted() {
    std::vector<std::string> lines;
    for (const auto& event : stored()) {
      std::string line(store::action_name(event.action));
      for (const auto& text : {event.lang, event.category, event.object})
        if (!text.empty()) line += " " + text;
      if (event.position) line += " #" + std::to_string(event.position);
      if (event.value) line += " =" + std::to_string(event.value);
      for (const auto& text : {event.outcome, event.text, event.detail})
        if (!text.empty()) line += " " + text;
      lines.push_back(std::move(line));
    }
    return lines;
  }

  // What stands between two texts of a page, "" where they are not there.
  static std::string between(const std::string& text, const std::string& before,
                             const std::string& after) {
    const auto begin = text.find(before);
    if (begin == text.npos) return {};
    const auto end = text.find(after, begin + before.size());
    return text.substr(begin + before.size(), end - begin - before.size());
  }
};

}  // namespace kb
