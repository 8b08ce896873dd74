// What a writer decides about a question, written down: in the store, in the audit log and, where
// it is published or merged, as a file among the content.
//
//   auto outcome = approve(staff, {.source = "zendesk", .ticket = "1042", .lang = "pl",
//                                  .asked = 80, .text = text});
//   if (!outcome) …                                  // nothing was changed, no file is left behind
//   if (outcome->result == Outcome::Result::changed) // somebody else decided meanwhile:
//   *outcome->by
//
// Each is one transaction: whoever sees an older version than the store has changes nothing. With
// tickets.four_eyes the first approval waits for another person's, of the very same text. The file
// is written before the transaction ends, and taken away again if that fails. Thread-safe.

#pragma once

#include <optional>
#include <string>

#include "core/store/reviews.h"
#include "server/staff_request.h"
#include "server/writer/review_text.h"

namespace kb {

struct Decision {
  std::string source;
  std::string ticket;
  std::string lang;
  std::size_t asked = 1;
  ReviewText text = {};
};

struct Outcome {
  enum class Result { done, waits, changed };
  Result result = Result::done;
  std::optional<store::Review> review = {};  // as it is now
};

kb::Result<Outcome> save(const StaffRequest& staff, const Decision& decision);
kb::Result<Outcome> approve(const StaffRequest& staff, const Decision& decision);
kb::Result<Outcome> reject(const StaffRequest& staff, const Decision& decision);
kb::Result<Outcome> reopen(const StaffRequest& staff, const Decision& decision);

// `draft`: the whole file, and where it goes.
struct DraftFile {
  std::filesystem::path folder;
  std::filesystem::path file;
  std::string content;
};
kb::Result<Outcome> merge(const StaffRequest& staff, const Decision& decision,
                          const DraftFile& draft);

// Where the answer would lie; an Error where no source is for answers, or none of this language.
struct AnswerPlace {
  std::filesystem::path folder;
  std::filesystem::path file;
};
kb::Result<AnswerPlace> answer_place(const Config& config, const std::string& lang,
                                     const std::string& id);

}  // namespace kb
