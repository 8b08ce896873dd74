// How the containers of a text look in HTML: admonitions, videos, what is for agents only.
//
//   write_admonition(html, "note", "");     // <aside class="admonition note" role="note"
//   data-kind="note"> write_container_start(html, mark);      // whatever the mark opens; later
//   write_container_end()
//
// Words that depend on the reader's language (an admonition's own title, "transcript") are left to
// the page, by class and data-kind. Pure functions, thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "indexer/markdown/markdown_containers.h"

namespace kb {

void write_admonition(std::string& html, std::string_view kind, std::string_view title);

void write_container_start(std::string& html, const ContainerMark& mark);
void write_container_end(std::string& html, const ContainerMark& mark);

// The title that the reader sees, which is text to search in; empty if there is none.
std::string_view shown_title(const ContainerMark& mark);

// A video whose address is not http: or https: is shown as its transcript alone.
bool is_refused_video(const ContainerMark& mark);

}  // namespace kb
