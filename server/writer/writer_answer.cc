#include "server/writer/writer_answer.h"

#include <charconv>

#include "server/build_runner.h"
#include "server/context/notices_answer.h"
#include "server/coverage/digest_answer.h"
#include "server/coverage/translation_draft.h"
#include "server/coverage/translations_answer.h"
#include "server/coverage/weak_articles_answer.h"
#include "server/coverage/wishes_answer.h"
#include "server/gaps/gap_answers.h"
#include "server/gaps/gap_draft_answer.h"
#include "server/gaps/replay_answer.h"
#include "server/gaps/synonyms_answer.h"
#include "server/insights/targets_answer.h"
#include "server/insights/ticket_insights_answer.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

// "zendesk/1042" of "review/zendesk/1042", where it begins with "review".
std::optional<std::string_view> below(std::string_view rest, std::string_view part) {
  if (!rest.starts_with(part)) return std::nullopt;
  rest.remove_prefix(part.size());
  if (rest.size() < 2 || rest.front() != '/') return std::nullopt;
  return rest.substr(1);
}

// 12 of "gaps/12/draft", where it ends with "draft".
std::optional<std::int64_t> gap_of(std::string_view rest, std::string_view page) {
  const auto gap = below(rest, "gaps");
  if (!gap) return std::nullopt;
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(gap->data(), gap->data() + gap->size(), id);
  const std::string_view left(end, static_cast<std::size_t>(gap->data() + gap->size() - end));
  if (error != std::errc() || left != "/" + std::string(page)) return std::nullopt;
  return id;
}

}  // namespace

http::Response answer_writer(const StaffRequest& staff) {
  const std::string_view rest = staff.route.rest;
  const bool is_post = staff.request.method == "POST";
  if (const auto ticket = below(rest, "review")) return answer_review(staff, *ticket);
  if (const auto reply = below(rest, "peer")) return answer_peer_reply(staff, *reply);
  if (const auto gap = gap_of(rest, "draft")) return answer_gap_draft(staff, *gap);
  if (const auto gap = gap_of(rest, "replay")) return answer_replay(staff, *gap);
  if (rest == "notices") return answer_notices(staff);
  if (rest == "synonyms") return answer_synonyms(staff);
  if (rest == "targets") return answer_targets(staff);
  if (rest == "digest") return answer_digest(staff);
  if (rest == "wishes") return answer_wishes(staff);
  if (const auto gap = below(rest, "gaps")) return answer_gap(staff, *gap);
  if (rest == "publish" && is_post) return answer_publish(staff);
  if (is_post) return staff.not_found();
  if (rest.empty()) return answer_dashboard(staff);
  if (rest == "review") return answer_queue(staff);
  if (rest == "gaps") return answer_gap_queue(staff);
  if (rest == "tickets") return answer_ticket_insights(staff);
  if (rest == "translations") return answer_translations(staff);
  if (rest == "translations/draft") return answer_translation_draft(staff);
  if (rest == "articles") return answer_weak_articles(staff);
  if (rest == "peer") return answer_peer(staff);
  return staff.not_found();
}

http::Response answer_publish(const StaffRequest& staff) {
  if (!staff.center.builds) return staff.not_found();
  const auto noted =
      staff.store.write([&](store::Sql& sql) { return staff.audit(sql, "publish", ""); });
  if (!noted) return staff.fault(noted.error());
  staff.center.builds->request();
  return staff.done(kWriterPath, "staff.done.publish");
}

}  // namespace kb
