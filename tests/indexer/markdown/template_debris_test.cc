#include "indexer/markdown/template_debris.h"

#include <gtest/gtest.h>

#include <string>

namespace kb {
namespace {

struct Case {
  std::string_view source, clean;
};

TEST(TemplateDebris, IsGoneOutsideCode) {
  for (const Case& c : {Case{"<Tabs>\ntext\n</Tabs>", "\ntext\n"},
                        Case{"a <Foo bar={{x: 1 > 0}} /> b", "a  b"},
                        Case{"<Foo\n  a=\"b\"\n/>", "\n\n"},
                        Case{"{{% note %}}Hi{{% /note %}}", "Hi"},
                        Case{"{% include x %}a {{ v }}", "a "},
                        Case{"[x]({{< ref \"a.md\" >}})", "[x](<a.md>)"},
                        Case{"{{< figure src=\"a.png\" alt=\"x\" >}}", "![x](<a.png>)"},
                        Case{"<img src='a.png' alt='x'>", "![x](<a.png>)"},
                        Case{"`{{placeholder}}` `<b>`", "`{{placeholder}}` `<b>`"},
                        Case{"```\n{{ x }}\n```", "```\n{{ x }}\n```"},
                        Case{"a\n\n    <b>{{x}}\n", "a\n\n    <b>{{x}}\n"},
                        Case{"`{{</* x */>}}`", "`{{< x >}}`"},
                        Case{"{{</* x */>}}", "{{&lt; x >}}"},
                        Case{"<https://x.y> <a@b.c> 1 < 2", "<https://x.y> <a@b.c> 1 < 2"},
                        Case{"[x](<a b.md>)", "[x](<a b.md>)"},
                        Case{"a <!-- x\n\ny --> b", "a \n\n b"},
                        Case{"{/* x */}a", "a"},
                        Case{"a {b} {#c}", "a {b} {#c}"},
                        Case{"<td>a</td><td>b</td>", "a b "},
                        Case{"a<br/>b", "a<br>b"},
                        Case{"\\<b>", "\\<b>"},
                        Case{"<script>\nx\n\ny</script>z", "\n\n\nz"},
                        Case{"import x from 'y'", "import x from 'y'"}})
    EXPECT_EQ(remove_template_debris(c.source, false), c.clean);
}

// Each `<!--`, `{%` or `<div>` searched the whole text again: a minute for 2 MB.
TEST(TemplateDebris, IsFoundInLinearTime) {
  for (const std::string_view bit :
       {"<!--", "{%", "<div>\n", "{{</*", "<script>", "<b> ", "<a {"}) {
    std::string source;
    while (source.size() < 1'000'000) source += bit;
    EXPECT_LE(remove_template_debris(source, true).size(), source.size() + 64);
  }
}

TEST(TemplateDebris, OfMdxIsCodeToo) {
  for (const Case& c :
       {Case{"import X from 'y'\n\nHi", "\n\nHi"},
        Case{"export const a = {\n\nb: 1\n}\n\nHi", "\n\n\n\n\nHi"},
        Case{"import the file", "import the file"}, Case{"a {b} {#c}", "a  {#c}"},
        Case{"## A {applies_to=ios}", "## A {applies_to=ios}"}, Case{"<>x</>", "x "},
        Case{"```\nimport X from 'y'\n```", "```\nimport X from 'y'\n```"}})
    EXPECT_EQ(remove_template_debris(c.source, true), c.clean);
}

}  // namespace
}  // namespace kb
