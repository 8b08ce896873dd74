// /writer/synonyms: what customers call otherwise than the articles do, to be accepted with a
// click.
//
//   GET  ?lang=pl                the proposals, each with its evidence; of this language alone
//   POST do=accept|refuse        of the pair `lang`, `asked`, `found`
//
// Accepting adds a line to synonyms.yaml and publishes; refusing keeps the pair from being proposed
// again. Both are in the audit log. A file that cannot be written is said with the reason, and
// nothing is changed. Who may ask is decided before. Thread-safe.

#pragma once

#include <string_view>

#include "server/staff_request.h"

namespace kb {

inline constexpr std::string_view kSynonymsPath = "/writer/synonyms";

http::Response answer_synonyms(const StaffRequest& staff);

}  // namespace kb
