#include "server/agent/preview_answer.h"

#include "core/text/language.h"
#include "server/agent/agent_urls.h"
#include "server/agent/preview_page.h"

namespace kb {
namespace {

using index::Generation;

http::Response show(const StaffRequest& staff, const Generation& generation,
                    const Generation::Found& found) {
  const auto& lang = found.database->name.lang;
  const auto& row = *found.row;
  const auto record = generation.read_record(*found.database, row, Generation::Part::all);
  if (!record) return staff.fault(record.error());
  auto reader = staff.center.reader(lang);
  reader.audience = Audience::agents;
  page::PreviewPage view{
      .staff = staff.site("agent"),
      .title = row.title,
      .lang = lang,
      .summary = std::string(record->summary()),
      .html = LinkFiller(generation, staff.center.urls, reader).fill(record->html()),
      .back_url = staff.url(kConsolePath)};
  const auto for_customers = generation.find(lang, row.id, Audience::everyone);
  if (for_customers && for_customers->row->alive(reader.now))
    view.link = staff.center.urls.article(lang, row.id, row.kind);
  return staff.page(200, page::render(staff.center.renderer, view));
}

}  // namespace

http::Response answer_preview(const StaffRequest& staff, std::string_view place) {
  const auto generation = staff.center.searchers.generation();
  const auto slash = place.find('/');
  if (!generation || slash == place.npos) return staff.not_found();
  const auto lang = text::canonical_language(place.substr(0, slash));
  if (!lang) return staff.not_found();
  const auto found =
      generation->find(*lang, std::string(place.substr(slash + 1)), Audience::agents);
  if (!found || !found->row->alive(staff.center.clock.now())) return staff.not_found();
  return show(staff, *generation, *found);
}

}  // namespace kb
