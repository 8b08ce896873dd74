#include "server/delivery/mail_limit.h"

#include "server/login/throttle.h"

namespace kb {

MailLimit::Verdict MailLimit::ask(const std::string& recipient, const std::string& client_address,
                                  Time now) {
  const auto hour = std::chrono::floor<std::chrono::hours>(now).time_since_epoch().count();
  const std::scoped_lock lock(mutex_);
  if (hour != hour_) {
    hour_ = hour;
    asked_.clear();
  }
  if (asked_.size() >= kMostRemembered) return Verdict::too_many;
  if (++asked_["from " + network_of(client_address)] > kMostFromOne) return Verdict::too_many;
  return ++asked_["to " + recipient] > kMostToOne ? Verdict::enough : Verdict::send;
}

}  // namespace kb
