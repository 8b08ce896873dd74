#include "server/context/widget_demo.h"

#include "core/text/language.h"
#include "server/page/widget_demo_page.h"
#include "server/pages/page_context.h"

namespace kb {
namespace {

std::string language_of(const HelpCenter& center, const http::Request& request,
                        const index::Generation* generation) {
  const auto& usual = center.config.site.default_language;
  if (!generation) return usual;
  const auto& languages = generation->languages(center.audience());
  if (const auto asked = text::canonical_language(request.param("lang"));
      asked && generation->has_language(*asked, center.audience()))
    return *asked;
  return text::negotiate_language(request.header("Accept-Language"), languages, usual);
}

}  // namespace

http::Response answer_widget_demo(const HelpCenter& center, const http::Request& request,
                                  const Route& route) {
  const auto generation = center.searchers.generation();
  const PageContext context(center, request, route, generation,
                            language_of(center, request, generation.get()));
  page::WidgetDemoPage view{.site = context.site()};
  // To be copied as it is, so without the hash of this version.
  view.script_url = context.origin() + center.urls.base_path() + "/assets/widget.js";
  auto response = context.html(200, page::render(center.renderer, view));
  response.headers.push_back({"X-Robots-Tag", "noindex, nofollow"});
  response.headers.push_back({"Vary", "Accept-Language"});
  return response;
}

}  // namespace kb
