// What a site looks like beyond its templates, from kb.yaml alone: logo, colours, links, notice.
//
//   Branding branding = load_branding(config.site, renderer, problems);
//   branding.links(config.site.header_links, "ro")
//
// Adds its files to the renderer's assets. A logo that cannot be read is told in `problems`; the
// site's name stands alone then. A plain value.

#pragma once

#include <string>
#include <vector>

#include "core/base/config.h"
#include "core/base/result.h"
#include "server/page/layout.h"
#include "server/page/renderer.h"

namespace kb {

// Names of assets; empty: there is none.
struct Branding {
  std::string logo;
  std::string social_image;
};

Branding load_branding(const SiteConfig& site, page::Renderer& renderer,
                       std::vector<Error>& problems);

// In the reader's words, {lang} filled in.
std::vector<page::Link> links_in(const std::vector<SiteLink>& links, const std::string& lang,
                                 const std::string& default_language);
std::string link_in(std::string url, const std::string& lang);

}  // namespace kb
