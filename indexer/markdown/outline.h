// What a text is made of, with the lines on which it stands: for the tools that check a text rather
// than show it.
//
//   options.outline = true;
//   for (const OutlineLink& link : render_markdown(body, options)->outline.links)
//     if (link.leads_to.empty()) …                   // "../billing/gone.md" on line 12: left out
//
// Lines are lines of the file, from 1. Plain values.

#pragma once

#include <string>
#include <vector>

namespace kb {

struct OutlineHeading {
  int line = 0;
  int level = 0;       // as the page shows it: 2 to 6; 1 for the text's own title
  std::string anchor;  // empty for the title
  std::string text;
  bool empty = false;   // nothing to read before the next heading of its level or a higher one
  bool section = true;  // false in a footnote
};

struct OutlineImage {
  int line = 0;
  std::string href;  // as written
  std::string alt;
  std::string leads_to;  // what the page shows; empty: nothing
};

struct OutlineLink {
  int line = 0;
  std::string href;      // as written
  std::string leads_to;  // where the page links to; empty: nowhere
};

struct OutlineAppliesTo {
  int line = 0;
  std::string value;  // "android"
};

struct Outline {
  std::vector<OutlineHeading> headings;
  std::vector<OutlineImage> images;
  std::vector<OutlineLink> links;
  std::vector<OutlineAppliesTo> applies_to;  // of sections
  std::string prose;                         // all text but code, to tell its language
  bool empty = true;                         // nothing to read in the whole text
};

}  // namespace kb
