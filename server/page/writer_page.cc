#include "server/page/writer_page.h"

#include <nlohmann/json.hpp>

#include "core/text/message.h"

namespace kb::page {

std::string render(const Renderer& renderer, const WriterPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("writer.title")});
  auto queues = nlohmann::json::array();
  std::int64_t all = 0;
  for (const auto& queue : page.queues) {
    all += queue.count;
    queues.push_back({{"language", text::language_name(queue.lang, frame.lang())},
                      {"count", frame.text("writer.waiting", {{"count", queue.count}})},
                      {"url", queue.url}});
  }
  auto gaps = nlohmann::json::array();
  for (const auto& gap : page.gaps) gaps.push_back(gap_item(frame, gap));
  model["gaps_css_url"] = frame.asset_url("gaps.css");
  model["has_gaps"] = !gaps.empty();
  model["gaps"] = std::move(gaps);
  model["gaps_url"] = page.gaps_url;
  model["has_queues"] = all > 0;
  model["queue_count"] = frame.text("writer.queue_count", {{"count", all}});
  model["queues"] = std::move(queues);
  model["queue_url"] = page.queue_url;
  model["flags"] = frame.text("writer.flag_count", {{"count", page.flags}});
  model["flags_url"] = page.flags_url;
  model["peer"] = page.replies == 0 ? frame.text("writer.peer_waits")
                                    : frame.text("peer.progress",
                                                 {{"rated", page.rated}, {"count", page.replies}});
  model["peer_url"] = page.peer_url;
  model["synonyms_url"] = page.synonyms_url;
  model["notices_url"] = page.notices_url;
  model["has_pages"] = !page.pages.empty();
  model["pages"] = frame.links(page.pages);
  model["publish_url"] = page.publish_url;
  model["insights_css_url"] = frame.asset_url("insights.css");
  add_targets(frame, model, page.due_targets);
  add_build(frame, model, page.build);
  return frame.fill("writer", model);
}

}  // namespace kb::page
