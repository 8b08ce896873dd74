#include "server/agent/flags_answer.h"

#include <charconv>

#include "core/store/article_flags.h"
#include "core/text/normal_form.h"
#include "server/agent/agent_urls.h"
#include "server/agent/flags_page.h"
#include "server/agent/redaction.h"

namespace kb {
namespace {

constexpr std::size_t kLongestFlagNote = 2000;  // bytes

page::FlagLine flag_line(const StaffRequest& staff, const index::Generation* generation,
                         const store::ArticleFlag& flag) {
  page::FlagLine line{.id = flag.id,
                      .owner = flag.owner,
                      .title = flag.article,
                      .lang = flag.lang,
                      .kind = std::string(store::flag_kind_name(flag.kind)),
                      .note = flag.note,
                      .ticket = flag.ticket,
                      .who = flag.who,
                      .at = flag.at};
  const auto found =
      generation ? generation->find(flag.lang, flag.article, Audience::agents) : std::nullopt;
  if (found) {
    line.title = found->row->title;
    line.url = staff.url(agent_preview_path(flag.lang, flag.article, ""));
  }
  return line;
}

http::Response list(const StaffRequest& staff) {
  const auto flags = staff.store.read([](store::Sql& sql) { return store::open_flags(sql); });
  if (!flags) return staff.fault(flags.error());
  const auto generation = staff.center.searchers.generation();
  page::FlagsPage view{.staff = staff.site("agent"),
                       .action = staff.url(kFlagsPath),
                       .back_url = staff.url(kConsolePath)};
  for (const auto& flag : *flags) view.flags.push_back(flag_line(staff, generation.get(), flag));
  return staff.page(200, page::render(staff.center.renderer, view));
}

http::Response close(const StaffRequest& staff) {
  const auto written = staff.form.text("id");
  std::int64_t id = 0;
  std::from_chars(written.data(), written.data() + written.size(), id);
  const auto notes =
      without_personal_data(staff.center.config.redact, {staff.form.text("note")}, staff.lang);
  if (!notes) return staff.fault(notes.error());
  const std::string note(text::utf8_prefix(notes->front(), kLongestFlagNote));
  const auto closed = staff.store.write([&](store::Sql& sql) -> Result<bool> {
    const auto flag = store::find_open_flag(sql, id);
    if (!flag) return fail(flag.error());
    if (!*flag) return false;
    const auto done =
        store::close_flag(sql, id, staff.identity.name, note, staff.center.clock.now());
    if (!done) return fail(done.error());
    const auto told = staff.audit(sql, "flag.close", (*flag)->lang + "/" + (*flag)->article, note);
    if (!told) return fail(told.error());
    return true;
  });
  if (!closed) return staff.fault(closed.error());
  return staff.done(kFlagsPath, *closed ? "staff.done.flag_closed" : "staff.done.flag_gone");
}

}  // namespace

http::Response answer_flags(const StaffRequest& staff) {
  return staff.request.method == "POST" ? close(staff) : list(staff);
}

}  // namespace kb
