#include "core/insights/ticket_marks.h"

#include "core/base/content_hash.h"
#include "core/store/reviews.h"
#include "core/store/ticket_table.h"

namespace kb::insights {
namespace {

Result<std::int64_t> counted(store::Sql& sql, std::string_view statement) {
  const auto row = sql.one(statement);
  if (!row) return fail(row.error());
  return *row ? (*row)->integer(0) : 0;
}

}  // namespace

Result<TicketMarks> read_ticket_marks(store::Sql& sql) {
  TicketMarks marks;
  std::string published;
  auto done = store::each_published(sql, [&](const std::string& ticket) -> Result<void> {
    published.append(ticket).append("\n");
    return {};
  });
  if (!done) return fail(done.error());
  marks.reviews = short_hash(published);
  const auto put = [](const Result<std::int64_t>& read, std::int64_t& into) -> Result<void> {
    if (!read) return fail(read.error());
    into = *read;
    return {};
  };
  if (done = put(store::latest_change(sql), marks.change); !done) return fail(done.error());
  if (done = put(counted(sql, "SELECT count(*) FROM ticket_links"), marks.links); !done)
    return fail(done.error());
  if (done = put(counted(sql, "SELECT max(number) FROM contact_tickets"), marks.contacts); !done)
    return fail(done.error());
  if (done = put(counted(sql, "SELECT count(*) FROM contact_tickets WHERE customer = ''"),
                 marks.forgotten);
      !done)
    return fail(done.error());
  return marks;
}

}  // namespace kb::insights
