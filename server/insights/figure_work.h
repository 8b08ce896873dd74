// The work that a figure leads to, and the page where it is done.
//
//   if (const auto* work = work_of("zero_result_rate"))
//     link(texts.format(work->text), work->path)      // "Write what is missing" → /writer/gaps?…
//
// In the table's order: what people can do most about comes first. Figures of size alone have none.
// Immutable.

#pragma once

#include <span>
#include <string_view>

namespace kb {

struct FigureWork {
  std::string_view figure;  // its name in core/insights/visit_figure_rules.h
  std::string_view text;    // key of a text
  std::string_view path;    // without the base path
};

std::span<const FigureWork> figure_works();
const FigureWork* work_of(std::string_view figure);

}  // namespace kb
