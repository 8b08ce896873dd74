// A page of the product, as events name it: where somebody came from to look for help.
//
//   product_page("https://App.example/orders/1042?tab=2#top")  -> "app.example/orders/*"
//   product_page("/settings/billing/")                         -> "/settings/billing"
//   product_page("ftp://app.example/")                         -> "": no page
//
// Query and fragment are left out, and parts of the path that name one thing of one customer (a
// number, a long code) become "*": what remains is the same for all who see that page. Pure,
// thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

std::string product_page(std::string_view url);

// What a click from that page tells of it, as JSON; "" for no page.
std::string click_detail(const std::string& page);

// Host and path alone: "app.example/orders/1042"; "" where it is no page.
std::string host_and_path(std::string_view url);

}  // namespace kb
