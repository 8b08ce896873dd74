#include "indexer/check/image_rules.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_set>

#include "core/article/link.h"
#include "core/base/durable_file.h"
#include "indexer/byte_size.h"
#include "indexer/check/shown_link.h"
#include "indexer/check/svg_script.h"
#include "indexer/markdown/page_link.h"

namespace kb {
namespace {

constexpr std::uint64_t kLargeImage = std::uint64_t{1} << 20;  // bytes

class ImageCheck {
 public:
  ImageCheck(const LinkResolver& links, Findings& findings) : links_(links), findings_(findings) {}

  void check(const CheckedArticle& article) {
    for (const auto& image : article.outline.images) check(article, image);
    for (const auto& image : article.agents_outline.images) check(article, image);
  }

 private:
  void check(const CheckedArticle& article, const OutlineImage& image) {
    const auto tell = [&](const Rule& rule, const std::string& what, std::string hint) {
      findings_.add(rule, article.place(image.line),
                    "the image '" + shown_link(image.href) + "' " + what, std::move(hint));
    };
    if (image.alt.empty())
      tell(rules::image_without_text, "has no alternative text",
           "say in the brackets what it shows: ![The hub's light](…)");
    if (image.leads_to.empty()) {
      const bool refused = classify_link(clean_link(image.href)) != LinkTarget::relative;
      return refused ? tell(rules::refused_link, "is left out",
                            "show a file beside the articles, or one at http: or https:")
                     : tell(rules::missing_image, "is not there",
                            "correct the path, which begins at this file's folder");
    }
    if (!image.leads_to.starts_with(kFileScheme)) return;
    if (seen_.insert(image.leads_to).second) check_file(links_.file_of(image.leads_to), tell);
  }

  template <class Tell>
  static void check_file(const std::filesystem::path& file, const Tell& tell) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) return tell(rules::missing_image, "cannot be read: " + error.message(), {});
    if (size > kLargeImage)
      tell(rules::large_image,
           "is " + byte_size_text(size) + " large, which every reader of the page has to load",
           "save it smaller: fewer pixels, or as JPEG or WebP");
    if (file.extension() != ".svg") return;
    const auto content = read_file(file);
    if (!content) return tell(rules::missing_image, content.error().what, content.error().hint);
    if (svg_has_script(*content))
      tell(rules::svg_script, "holds a script, which does not run where it is served",
           "save it without scripts and event handlers");
  }

  const LinkResolver& links_;
  Findings& findings_;
  std::unordered_set<std::string> seen_;  // symbolic paths
};

}  // namespace

void check_images(const CheckedSite& site, const LinkResolver& links, Findings& findings) {
  ImageCheck images(links, findings);
  for (const auto& article : site.articles())
    if (article.reach != Reach::expired) images.check(article);
}

}  // namespace kb
