#include "indexer/check/image_rules.h"

#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

class Images : public RuleTest {};
TEST_P(Images, CanBeSeenAndHeard) {
  expect_findings({rules::missing_image, rules::image_without_text, rules::large_image,
                   rules::svg_script, rules::refused_link});
}

const std::string kLarge(5 << 20, 'x');

INSTANTIATE_TEST_SUITE_P(
    Right, Images,
    testing::Values(
        RuleCase{{{"en/a.md", "![b](b.png) ![c](https://d.e/f.png)"}, {"en/b.png", "PNG"}}, {}},
        RuleCase{{{"en/a.md", "![b](b.png)"}, {"en/b.png", std::string(1 << 20, 'x')}}, {}},
        RuleCase{{{"en/a.md", "![b](b.svg)"}, {"en/b.svg", "<svg><title>on</title></svg>"}}, {}},
        RuleCase{{{"en/a.md", "---\nexpires_at: 2025-01-01\n---\n![](gone.png)"}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Wrong, Images,
    testing::Values(
        RuleCase{{{"en/a.md", "Text.\n![b](img/b.png)"}},
                 {"en/a.md:2: error: the image 'img/b.png' is not there; correct the path, which "
                  "begins at this file's folder [missing-image]"}},
        RuleCase{{{"en/a.md", "- a\n- ![](b.png)"}, {"en/b.png", "PNG"}},
                 {"en/a.md:2: warning: the image 'b.png' has no alternative text; say in the "
                  "brackets what it shows: ![The hub's light](…) [image-without-text]"}},
        RuleCase{{{"en/a.md", "![b](b.png)"}, {"en/b.png", kLarge}},
                 {"en/a.md:1: warning: the image 'b.png' is 5.0 MiB large, which every reader of "
                  "the page has to load; save it smaller: fewer pixels, or as JPEG or WebP "
                  "[large-image]"}},
        // Told of once, where it is shown first.
        RuleCase{{{"en/a.md", "![b](b.png)"},
                  {"en/c.md", "![b](b.png)"},
                  {"ro/a.md", "![b](../en/b.png)"},
                  {"en/b.png", kLarge}},
                 {"en/a.md:1: warning: the image 'b.png' is 5.0 MiB large, which every reader of "
                  "the page has to load; save it smaller: fewer pixels, or as JPEG or WebP "
                  "[large-image]"}},
        RuleCase{{{"en/a.md", "![b](b.svg)"}, {"en/b.svg", "<svg onload='a()'/>"}},
                 {"en/a.md:1: warning: the image 'b.svg' holds a script, which does not run where "
                  "it is served; save it without scripts and event handlers [svg-script]"}},
        RuleCase{{{"en/a.md", "![b](data:image/png;base64," + std::string(200, 'A') + ")"}},
                 {"en/a.md:1: warning: the image 'data:image/png;base64," + std::string(58, 'A') +
                  "…' is left out; show a file beside the articles, or one at http: or https: "
                  "[refused-link]"}},
        RuleCase{{{"en/a.md", "Text.\n\n:::agents\n![b](b.png)\n:::\n"}},
                 {"en/a.md:4: error: the image 'b.png' is not there; correct the path, which "
                  "begins at this file's folder [missing-image]"}}));

}  // namespace
}  // namespace kb
