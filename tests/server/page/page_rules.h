// The rules that every page keeps: balanced tags, nothing that a strict Content-Security-Policy
// stops, no id twice, one h1, no tag of the template left.
//
//   EXPECT_EQ(broken_rules(render(renderer(), page)), "");
//
// Answers the rules that are broken, in words. Pure.

#pragma once

#include <string>
#include <string_view>

namespace kb::page {

std::string broken_rules(std::string_view html);

}  // namespace kb::page
