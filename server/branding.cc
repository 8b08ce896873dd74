#include "server/branding.h"

#include "core/article/category.h"
#include "core/base/durable_file.h"
#include "server/page/brand.h"
#include "server/stored_files.h"

namespace kb {
namespace {

constexpr std::size_t kLargestImage = 1 << 20;  // bytes; every page shows the logo
constexpr const char* kStyleSheet = "brand.css";

// The asset's name; empty where there is no image, or none that can be shown.
std::string add_image(const std::filesystem::path& file, const char* name, const char* key,
                      page::Renderer& renderer, std::vector<Error>& problems) {
  if (file.empty()) return {};
  const std::string type(content_type_of(file.string()));
  if (!type.starts_with("image/")) {
    problems.push_back({std::string("`") + key + "` is no image", file.string(),
                        "give it as SVG, PNG, JPEG or WebP"});
    return {};
  }
  auto bytes = read_file(file);
  if (!bytes) {
    problems.push_back({std::string("`") + key + "`: " + bytes.error().what, file.string(),
                        "correct the path in kb.yaml: it is relative to that file"});
    return {};
  }
  if (bytes->size() > kLargestImage) {
    problems.push_back({std::string("`") + key + "` is larger than 1 MiB", file.string(),
                        "every page shows it: make it smaller"});
    return {};
  }
  auto asset = name + file.extension().string();
  renderer.add_asset(asset, type, std::move(*bytes));
  return asset;
}

}  // namespace

Branding load_branding(const SiteConfig& site, page::Renderer& renderer,
                       std::vector<Error>& problems) {
  Branding branding;
  branding.logo = add_image(site.logo, "logo", "site.logo", renderer, problems);
  branding.social_image =
      add_image(site.social_image, "social", "site.social_image", renderer, problems);
  if (site.accent.empty()) return branding;
  auto brand = page::make_brand(site.accent);
  std::move(brand.problems.begin(), brand.problems.end(), std::back_inserter(problems));
  if (brand.css.empty()) return branding;
  renderer.add_asset(kStyleSheet, "text/css; charset=utf-8", std::move(brand.css));
  return branding;
}

std::vector<page::Link> links_in(const std::vector<SiteLink>& links, const std::string& lang,
                                 const std::string& default_language) {
  std::vector<page::Link> shown;
  for (const auto& link : links)
    shown.push_back({text_in(link.text, lang, default_language), link_in(link.url, lang)});
  return shown;
}

std::string link_in(std::string url, const std::string& lang) {
  constexpr std::string_view kLanguage = "{lang}";
  for (auto at = url.find(kLanguage); at != url.npos; at = url.find(kLanguage, at + lang.size()))
    url.replace(at, kLanguage.size(), lang);
  return url;
}

}  // namespace kb
