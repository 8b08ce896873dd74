// Sends the weekly digest: by mail to gaps.digest_to, by webhook to gaps.digest_webhook.
//
//   auto sent = send_due_digest(center, store);      // each hour: housekeeping.h
//   if (sent && *sent) center.deliveries->wake();
//
// Due on gaps.digest_day at 07:00 where the site is, or as soon as the server runs after that, once
// for each week, however many servers share the store; a new store's first one at the first such
// time after it was begun. It waits for gaps to be looked for, unless that failed. Only rows are
// written (core/store/deliveries.h): who wakes the worker sends them. Thread-safe; an Error is the
// store's.

#pragma once

#include <string>

#include "core/text/calendar.h"
#include "server/help_center.h"

namespace kb {

// The week whose digest was due last: "2026-W48". `day`: as gaps.digest_day, 1 is Monday.
std::string digest_week(const text::Calendar& calendar, int day, Time now);

bool mails_digest(const Config& config);
bool posts_webhooks(const Config& config);  // to gaps.digest_webhook

Result<bool> send_due_digest(const HelpCenter& center, store::Store& store);  // true: added now

// As it stands now, by mail alone, whatever was sent before.
Result<void> mail_digest_now(const HelpCenter& center, store::Store& store);

}  // namespace kb
