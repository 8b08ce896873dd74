#include "server/contact/contact_desk.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/secrets.h"
#include "server/events/events.h"

namespace kb {
namespace {

using nlohmann::json;

constexpr std::string_view kPurpose = "form";
constexpr std::size_t kIdLength = 16;  // of 64 letters and digits each: 96 bits

}  // namespace

double even_random() {
  constexpr int kDigits = 13;  // 52 bits: as many as a double keeps exactly
  const auto bits = std::stoull(random_key().substr(0, kDigits), nullptr, 16);
  return std::ldexp(static_cast<double>(bits), -4 * kDigits);
}

Opening ContactDesk::open() const {
  return {.id = random_token().substr(0, kIdLength),
          .opened = parts_.clock.now(),
          .holdout = parts_.random() < parts_.config.contact.holdout};
}

std::string ContactDesk::seal(const Opening& opening) const {
  return parts_.events.seal(kPurpose, json{{"id", opening.id},
                                           {"opened", opening.opened.time_since_epoch().count()},
                                           {"holdout", opening.holdout}}
                                          .dump());
}

std::optional<Opening> ContactDesk::unseal(std::string_view token) const {
  if (token.empty()) return std::nullopt;
  const auto text = parts_.events.unseal(kPurpose, token);
  if (!text) return std::nullopt;
  const auto read = json::parse(*text, nullptr, false);
  if (!read.is_object()) return std::nullopt;
  Opening opening{.id = read.value("id", ""),
                  .opened = Time(std::chrono::seconds(read.value("opened", std::int64_t{0}))),
                  .holdout = read.value("holdout", false)};
  if (opening.id.empty() || parts_.clock.now() - opening.opened > kFormLifetime)
    return std::nullopt;
  return opening;
}

std::optional<std::chrono::seconds> ContactDesk::wait(const std::string& sender, std::size_t most) {
  const auto now = parts_.clock.now();
  const std::lock_guard lock(mutex_);
  const auto is_past = [&](Time sent) { return now - sent >= kSendWindow; };
  if (sent_.size() >= kMostRemembered)
    std::erase_if(sent_, [&](const auto& each) { return is_past(each.second.back()); });
  if (sent_.size() >= kMostRemembered) sent_.erase(sent_.begin());
  auto& times = sent_[sender];
  while (!times.empty() && is_past(times.front())) times.pop_front();
  if (times.size() >= most) return times.front() + kSendWindow - now;
  times.push_back(now);
  return std::nullopt;
}

bool ContactDesk::shows_first(const std::string& form, const std::string& object) {
  auto key = form + " " + object;
  const std::lock_guard lock(mutex_);
  if (!shown_.insert(key).second) return false;
  shown_order_.push_back(std::move(key));
  if (shown_order_.size() > kMostRemembered) {
    shown_.erase(shown_order_.front());
    shown_order_.pop_front();
  }
  return true;
}

}  // namespace kb
