#include "server/coverage/digest_answer.h"

#include "server/coverage/digest_sender.h"
#include "server/coverage/digest_words.h"
#include "server/delivery/delivery_worker.h"
#include "server/gaps/gap_board.h"
#include "server/page/digest_page.h"

namespace kb {
namespace {

http::Response send_now(const StaffRequest& staff) {
  const auto& center = staff.center;
  if (!mails_digest(center.config)) return staff.not_found();
  if (auto sent = mail_digest_now(center, staff.store); !sent) return staff.fault(sent.error());
  const auto noted = staff.store.write([&](store::Sql& sql) {
    return staff.audit(sql, "digest.send", center.config.gaps.digest_to);
  });
  if (!noted) return staff.fault(noted.error());
  if (center.deliveries) center.deliveries->wake();
  return staff.done(kDigestPath, "staff.done.digest_sent");
}

}  // namespace

http::Response answer_digest(const StaffRequest& staff) {
  if (staff.request.method == "POST") return send_now(staff);
  const auto& center = staff.center;
  const auto digest =
      make_digest({center, staff.store, center.gaps ? center.gaps->report() : nullptr});
  if (!digest) return staff.fault(digest.error());
  const auto texts = center.renderer.texts().in(staff.lang);
  const auto text = in_words(*digest, center, texts);
  page::DigestPage view{.staff = staff.site("writer"),
                        .action = staff.url(kDigestPath),
                        .subject = text.subject,
                        .intro = text.intro};
  for (const auto& section : text.sections) {
    page::DigestPage::Section shown{section.heading};
    for (const auto& line : section.lines) shown.lines.push_back({line.text, line.path});
    view.sections.push_back(std::move(shown));
  }
  if (mails_digest(center.config)) view.send_to = center.config.gaps.digest_to;
  return staff.page(200, page::render(center.renderer, view));
}

}  // namespace kb
