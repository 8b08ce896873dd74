#include "server/agent/preview_page.h"

#include <nlohmann/json.hpp>

#include "server/page/reader_words.h"

namespace kb::page {

std::string render(const Renderer& renderer, const PreviewPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = staff_model(frame, page.staff, {.title = page.title, .script = "agent.js"});
  const auto words = renderer.texts().in(frame.lang());
  frame.mark_language(model["text_language"], page.lang);
  model["agent_css_url"] = frame.asset_url("agent.css");
  model["summary"] = page.summary;
  model["html"] = with_reader_words(page.html, page.lang, words);
  model["link"] = page.link;
  model["back_url"] = page.back_url;
  return frame.fill("agent_preview", model);
}

}  // namespace kb::page
