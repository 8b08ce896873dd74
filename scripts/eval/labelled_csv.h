// Questions with what they are about, as BANKING77 has them: a CSV file of the columns text and
// category.
//
//   for (const LabelledText& each : read_labelled_csv("train.csv")) …   // "Where is my card?", …
//
// RFC 4180: a quoted field may have commas, line ends and doubled quotes in it. Rows of another
// number of fields are left out; a file that cannot be read has no rows. Thread-safe.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kb::eval {

struct LabelledText {
  std::string text;
  std::string label;
};

std::vector<LabelledText> read_labelled_csv(const std::filesystem::path& path);

}  // namespace kb::eval
