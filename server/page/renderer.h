// Turns view models into HTML with the site's templates, texts and assets, all loaded once.
//
//   auto renderer = Renderer::load("templates", "my-site/templates");
//   if (!renderer) return fail(renderer.error());      // "templates/search.mustache:12: …"
//   std::string html = render(*renderer, home_page);   // home_page.h and its siblings
//
// Templates are Mustache; layout.mustache stands around each page, where it says {{> page}}.
// Partials and the words of a language ({{t.key}}) are put in at load: one ready template per page
// and language. A fault in a site's own file is a problem told, and the built-in file serves; a
// fault in a built-in one fails. Thread-safe: never changes, once made assets are added.

#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "server/page/assets.h"
#include "server/page/style_sheet.h"
#include "server/page/texts.h"

namespace kb::page {

class Renderer {
 public:
  // `overrides` may hold any of the same files: templates, assets/, i18n/. It need not exist.
  static Result<Renderer> load(const std::filesystem::path& templates,
                               const std::filesystem::path& overrides = {});

  Renderer(Renderer&&) noexcept;
  Renderer& operator=(Renderer&&) noexcept;
  ~Renderer();

  // What is wrong with the site's own files, each with file and line; the built-in ones serve in
  // their place.
  const std::vector<Error>& problems() const { return problems_; }

  // Before any page is made: adds an asset that is made, not read (brand.css).
  void add_asset(const std::string& name, std::string content_type, std::string body) {
    assets_.add(name, std::move(content_type), std::move(body));
    make_styles();
  }

  const Assets& assets() const { return assets_; }

  // What stands in a page's <style>, and how a policy names both (style_sheet.h).
  const std::string& style(Looks looks) const { return styles_[static_cast<std::size_t>(looks)]; }
  const std::vector<std::string>& style_sources() const { return style_sources_; }
  const Texts& texts() const { return texts_; }

  // For the pages: fills the template `name` ("home") in the language `lang`, one of texts(), with
  // `model`, an object of strings, booleans, lists and objects.
  std::string fill(std::string_view name, std::string_view lang, const nlohmann::json& model) const;

 private:
  class Template;
  Renderer(Assets assets, Texts texts);

  Assets assets_;
  Texts texts_;
  void make_styles();

  std::array<std::string, 2> styles_;
  std::vector<std::string> style_sources_;
  std::vector<Error> problems_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<Template>, std::less<>> templates_;
};

}  // namespace kb::page
