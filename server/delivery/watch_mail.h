// The two mails of "tell me when this is answered": the one that asks the address's owner to
// confirm, and the one that tells.
//
//   MailMessage asks = confirm_mail({config, texts, watch, now}, link, title);
//   MailMessage tells = told_mail({config, texts, watch, now}, answers);
//
// In the watch's language. The first quotes a question only where it is words alone: nobody can
// have us mail an address of theirs, or a page of text, to somebody else. Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/base/config.h"
#include "core/store/answer_watches.h"
#include "server/delivery/mail_message.h"
#include "server/page/layout.h"
#include "server/page/texts.h"

namespace kb {

struct WatchMail {
  const Config& config;
  const page::Texts& texts;
  const store::AnswerWatch& watch;  // with its id
  Time now;
};

// `link`: where it is confirmed or stopped; `title`: of the article, if it is about one.
MailMessage confirm_mail(const WatchMail& mail, const std::string& link, const std::string& title);
MailMessage told_mail(const WatchMail& mail, std::vector<page::Link> answers);  // at least one

}  // namespace kb
