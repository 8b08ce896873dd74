#include "server/login/audit_answer.h"

#include <charconv>

#include "core/store/audit.h"
#include "server/page/audit_page.h"

namespace kb {
namespace {

constexpr std::size_t kLines = 100;

std::optional<std::int64_t> entry_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                  : std::nullopt;
}

}  // namespace

http::Response answer_audit(const StaffRequest& staff) {
  store::AuditFilter filter;
  filter.who = staff.request.param("who");
  filter.before = entry_number(staff.request.param("before"));
  const auto found = staff.store.read([&](store::Sql& sql) {
    return store::list_audit(sql, filter, static_cast<int>(kLines) + 1);  // is there an older one?
  });
  if (!found) return staff.fault(found.error());

  page::AuditPage view{
      .staff = staff.site("audit"), .action = staff.url("/admin/audit"), .who = filter.who};
  const auto lines = std::min(found->size(), kLines);
  for (std::size_t i = 0; i < lines; ++i) {
    const auto& entry = (*found)[i];
    view.lines.push_back(
        {entry.at, entry.who, entry.action, entry.object, entry.detail, entry.address});
  }
  const auto& urls = staff.center.urls;
  if (filter.before) view.newest_url = urls.audit(filter.who);
  if (found->size() > kLines) view.older_url = urls.audit(filter.who, (*found)[kLines - 1].id);
  return staff.page(200, page::render(staff.center.renderer, view));
}

}  // namespace kb
