#include "server/page/privacy_page.h"

#include "server/pages/answers.h"

namespace kb {

http::Response answer_privacy(const PageContext& context) {
  const auto& config = context.center().config;
  page::PrivacyPage view;
  view.site = context.site();
  view.site.canonical_url = context.urls().privacy(context.lang());
  view.keep_days = config.insights.keep_days;
  view.contact_days = config.contact.form ? config.contact.keep_days : 0;
  view.mails = !config.mail.smtp.empty();
  return context.html(200, page::render(context.center().renderer, view), !view.site.trail.empty());
}

}  // namespace kb
