// Cuts a file of JSON objects into them without reading it whole: one a line, one after the other,
// an array, or an array under one of the given keys ({"tickets": […], "count": 2}).
//
//   JsonObjects objects(std::move(file), {"tickets"}, {});
//   while (auto piece = objects.next())          // Result<Piece>: bytes, and the line they begin
//   on
//
// Cuts by brackets and quotes; what is between them, the parser checks later. Where they do not
// match, or an object is larger than kLargestTicket, that is an Error, and the next object is
// looked for at the beginning of a line. Belongs to one thread.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/tickets/input_file.h"

namespace kb::tickets {

class JsonObjects {
 public:
  struct Piece {
    std::string bytes;
    std::uint64_t line;
  };

  // `from`: where an earlier run stood, or the beginning.
  JsonObjects(InputFile file, std::vector<std::string> wrappers, Position from);

  std::optional<Result<Piece>> next();
  Position position() const { return done_; }
  const InputFile& file() const { return file_; }

 private:
  enum class Cut { whole, wrapper, too_large, broken, unfinished };

  void find_container();
  void skip_space();
  Cut cut(std::string& bytes);
  std::optional<Result<Piece>> take_object();
  Result<Piece> give_up(Position start, std::size_t column, bool starts_line, Cut why);
  bool find_next_start(Position start, std::size_t column, bool starts_line);

  InputFile file_;
  std::vector<std::string> wrappers_;
  bool inside_ = false;      // an array
  bool looked_for_ = false;  // the array under a key
  bool finished_ = false;
  Position done_;
};

}  // namespace kb::tickets
