#include "server/writer/writer_answer.h"

#include "server/build_runner.h"
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

}  // namespace

http::Response answer_writer(const StaffRequest& staff) {
  const std::string_view rest = staff.route.rest;
  const bool is_post = staff.request.method == "POST";
  if (const auto ticket = below(rest, "review")) return answer_review(staff, *ticket);
  if (const auto reply = below(rest, "peer")) return answer_peer_reply(staff, *reply);
  if (rest == "publish" && is_post) return answer_publish(staff);
  if (is_post) return staff.not_found();
  if (rest.empty()) return answer_dashboard(staff);
  if (rest == "review") return answer_queue(staff);
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
