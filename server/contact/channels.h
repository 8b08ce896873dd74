// The ways to reach the team that fit a topic at a time: one or two, those that are open first.
//
//   fitting_channels(config, "billing", center.events->calendar(), now, "pl")
//   contact_ways(config, {"billing", "delivery"}, …)     // for each topic, alike ones once
//
// Of a topic that no way names, those that name none fit. What is closed is shown where nothing
// else is, with when it opens. Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/text/calendar.h"
#include "server/page/contact_page.h"

namespace kb {

struct ChannelMoment {
  const Config& config;
  const text::Calendar& calendar;
  Time now;
  const std::string& lang;
};

inline constexpr std::size_t kMostChannels = 2;

std::vector<page::ContactChannel> fitting_channels(const ChannelMoment& moment,
                                                   const std::string& category);

// How long the form's answer takes for that topic.
int answer_minutes(const Config& config, const std::string& category);

// The first is for all topics that no way names; each has its answer time.
std::vector<page::ContactWays> contact_ways(const ChannelMoment& moment,
                                            const std::vector<std::string>& categories);

}  // namespace kb
