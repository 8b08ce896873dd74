#include "server/contact/channels.h"

#include <algorithm>

#include "core/article/category.h"
#include "core/base/opening_hours.h"
#include "server/branding.h"

namespace kb {
namespace {

constexpr std::string_view kForm = "form";

bool names(const ChannelConfig& channel, const std::string& category) {
  return std::ranges::find(channel.categories, category) != channel.categories.end();
}

// Those that name the category; where none does, those that name none.
std::vector<const ChannelConfig*> channels_of(const Config& config, const std::string& category) {
  std::vector<const ChannelConfig*> own;
  std::vector<const ChannelConfig*> general;
  for (const auto& channel : config.contact.channels) {
    if (names(channel, category)) own.push_back(&channel);
    if (channel.categories.empty()) general.push_back(&channel);
  }
  return own.empty() ? general : own;
}

std::string url_of(const ChannelConfig& channel, const std::string& lang) {
  if (channel.kind != "phone") return link_in(channel.address, lang);
  std::string digits;
  for (const char c : channel.address)
    if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
  return "tel:" + digits;
}

void add_hours(const ChannelMoment& moment, const ChannelConfig& channel,
               page::ContactChannel& shown) {
  const auto hours = OpeningHours::parse(channel.hours);  // checked when the file was read
  shown.has_hours = hours && !hours->is_always();
  if (!shown.has_hours) return;
  const int weekday = text::Calendar::weekday(moment.calendar.day_of(moment.now));
  const int minute = moment.calendar.minute_of_day(moment.now);
  shown.open_until = hours->open_until(weekday, minute).value_or(-1);
  if (shown.open_until >= 0) return;
  const auto opening = hours->next_opening(weekday, minute);
  shown.opens_in_days = opening.days;
  shown.opens_weekday = (weekday + opening.days) % 7;
  shown.opens_at = opening.minute;
}

bool is_open(const page::ContactChannel& channel) {
  return !channel.has_hours || channel.open_until >= 0;
}

bool is_form(const ChannelConfig* channel) {
  return channel->kind == kForm;
}

}  // namespace

std::vector<page::ContactChannel> fitting_channels(const ChannelMoment& moment,
                                                   const std::string& category) {
  const auto configured = channels_of(moment.config, category);
  const auto forms = std::ranges::count_if(configured, is_form);
  std::vector<page::ContactChannel> shown;
  for (const auto* channel : configured) {
    if (is_form(channel)) continue;  // the page is the form
    page::ContactChannel item{
        .kind = channel->kind,
        .name = text_in(channel->name, moment.lang, moment.config.site.default_language),
        .url = url_of(*channel, moment.lang),
        .address = channel->address,
        .answer_minutes = channel->answer_minutes};
    add_hours(moment, *channel, item);
    shown.push_back(std::move(item));
  }
  std::stable_partition(shown.begin(), shown.end(), is_open);
  if (!shown.empty() && is_open(shown.front())) std::erase_if(shown, std::not_fn(is_open));
  const auto room = kMostChannels - (forms > 0 ? 1U : 0U);
  if (shown.size() > room) shown.resize(room);
  return shown;
}

int answer_minutes(const Config& config, const std::string& category) {
  for (const auto* channel : channels_of(config, category))
    if (is_form(channel) && channel->answer_minutes > 0) return channel->answer_minutes;
  return config.contact.answer_minutes;
}

std::vector<page::ContactWays> contact_ways(const ChannelMoment& moment,
                                            const std::vector<std::string>& categories) {
  std::vector<page::ContactWays> ways = {
      {{}, fitting_channels(moment, {}), answer_minutes(moment.config, {})}};
  for (const auto& category : categories) {
    const bool named = std::ranges::any_of(moment.config.contact.channels,
                                           [&](const auto& each) { return names(each, category); });
    if (named)
      ways.push_back({{category},
                      fitting_channels(moment, category),
                      answer_minutes(moment.config, category)});
  }
  return ways;
}

}  // namespace kb
