#include "indexer/markdown/container_html.h"

#include <algorithm>
#include <array>

#include "indexer/markdown/html_text.h"
#include "indexer/markdown/page_link.h"

namespace kb {
namespace {

enum class Look { admonition, agents, video, plain };

constexpr auto kAdmonitions = std::to_array<std::string_view>(
    {"note", "tip", "info", "warning", "danger", "caution", "important", "success"});

bool is_video(const ContainerMark& mark) {
  return mark.name == "video";
}

Look look_of(const ContainerMark& mark) {
  if (mark.name == "agents" || mark.name == "agent") return Look::agents;
  if (is_video(mark)) return is_refused_video(mark) ? Look::plain : Look::video;
  const bool known =
      std::find(kAdmonitions.begin(), kAdmonitions.end(), mark.name) != kAdmonitions.end();
  return known ? Look::admonition : Look::plain;
}

void write_video(std::string& html, std::string_view url) {
  html += "<figure class=\"video\" data-video=\"";
  append_url(html, url);
  html += "\">\n<a class=\"video-poster\" href=\"";
  append_url(html, url);
  html +=
      "\" rel=\"noopener\"><span class=\"video-label\"></span></a>\n"
      "<details class=\"transcript\"><summary><span class=\"transcript-label\"></span></summary>\n";
}

}  // namespace

void write_admonition(std::string& html, std::string_view kind, std::string_view title) {
  html.append("<aside class=\"admonition ").append(kind).append("\" role=\"note\" data-kind=\"");
  html.append(kind).append("\">\n");
  if (title.empty()) return;
  html += "<p class=\"admonition-title\">";
  append_html(html, title);
  html += "</p>\n";
}

void write_container_start(std::string& html, const ContainerMark& mark) {
  switch (look_of(mark)) {
    case Look::admonition:
      return write_admonition(html, mark.name, mark.title);
    case Look::agents:
      html += "<aside class=\"agents-only\">\n";
      return;
    case Look::video:
      return write_video(html, mark.target);
    case Look::plain:
      html += "<div>\n";
      return;
  }
}

void write_container_end(std::string& html, const ContainerMark& mark) {
  switch (look_of(mark)) {
    case Look::admonition:
    case Look::agents:
      html += "</aside>\n";
      return;
    case Look::video:
      html += "</details></figure>\n";
      return;
    case Look::plain:
      html += "</div>\n";
      return;
  }
}

std::string_view shown_title(const ContainerMark& mark) {
  return look_of(mark) == Look::admonition ? std::string_view(mark.title) : std::string_view();
}

bool is_refused_video(const ContainerMark& mark) {
  return is_video(mark) &&
         (classify_link(mark.target) != LinkTarget::external || mark.target.starts_with("//"));
}

}  // namespace kb
