// A page of a made-up product that has the widget in it, with the line that put it there.
//
//   WidgetDemoPage page{.site = site, .script_url = "https://help.example/assets/widget.js"};
//   std::string html = render(renderer, page);
//
// Pure and thread-safe.

#pragma once

#include <string>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

struct WidgetDemoPage {
  Site site = {};
  std::string script_url = {};  // as products write it
};

std::string render(const Renderer& renderer, const WidgetDemoPage& page);

}  // namespace kb::page
