#include "server/page/widget_demo_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {

std::string render(const Renderer& renderer, const WidgetDemoPage& page) {
  const Frame frame(renderer, page.site);
  auto model = frame.model(
      {.title = frame.text("widget.demo_title"), .for_engines = false, .search_in_header = false});
  model["title"] = frame.text("widget.demo_title");
  model["script_url"] = frame.asset_url("widget.js");
  model["code"] = "<script src=\"" + page.script_url + "\" defer></script>";
  return frame.fill("widget_demo", model);
}

}  // namespace kb::page
