// What site generators understand and readers should never see, taken out of a Markdown source:
// HTML and JSX tags, comments, Hugo shortcodes, Liquid and Jinja tags, MDX imports and expressions.
//
//   remove_template_debris("<Tabs>\n{{% note %}}Save **first**.{{% /note %}}\n</Tabs>", false)
//                                                                     -> "\nSave **first**.\n"
//
// What tags enclose stays and is Markdown. `<br>` stays; `<img>` and `figure` become images, a
// shortcode `ref` in a link its target. Code keeps everything, but `{{</* x */>}}` is `{{< x >}}`.
// Lines stay where they were. Linear in the source. A pure function, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

std::string remove_template_debris(std::string_view source, bool mdx);

}  // namespace kb
