// kb-server customer: what is kept about one customer, and how it is forgotten.
//
//   kb-server customer export ana@shop.example > ana.json
//   kb-server customer erase ana@shop.example [--json]
//
// Export reads beside the running server, erase goes through it, else takes the store's lock. Exit
// status as in command_line.h.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

void add_customer_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb
