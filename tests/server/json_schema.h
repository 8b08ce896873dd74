// Whether a JSON value is what a schema says: the part of JSON Schema that templates/openapi.json
// uses.
//
//   EXPECT_EQ(schema_violations(openapi, schema, answer), "");
//   // "$.results[0].score: expected number" a line each
//
// A keyword that it does not know is a violation too, so that no schema promises what nobody
// checks. Pure.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace kb {

// `document` is where "#/components/…" leads.
std::string schema_violations(const nlohmann::json& document, const nlohmann::json& schema,
                              const nlohmann::json& value, const std::string& place = "$");

}  // namespace kb
