// The form for a new target, read.
//
//   auto read = read_target(staff.form, today);
//   if (!read.is_right) … show read.form: what was typed, and beside it what is wrong
//   store::add_target(sql, read.target)
//
// Shares are typed in percent ("5", "4,5 %"), marks as they are. A limit without a guardrail, or
// the other way round, is wrong. Pure, thread-safe.

#pragma once

#include <cstdint>

#include "core/store/figure_targets.h"
#include "server/form.h"
#include "server/page/targets_page.h"

namespace kb {

struct TargetInput {
  store::FigureTarget target = {};
  page::TargetForm form = {};
  bool is_right = false;
};

TargetInput read_target(const Form& form, std::int64_t today);

}  // namespace kb
