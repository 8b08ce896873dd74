#include "core/tickets/json_objects.h"

#include <algorithm>

#include "core/tickets/ticket_file.h"

namespace kb::tickets {
namespace {

constexpr std::size_t kDeepest =
    2;  // a wrapper's key lies at most so deep: {"data": {"payload": […

bool is_space(int c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// What the characters between `{` and its `}` have been up to: enough to see that two values stand
// side by side, which is where a bracket or quote of the first one is missing.
struct Shape {
  std::string open;  // brackets
  bool after_value = false;
  bool in_string = false;
  bool escaped = false;
  std::string key;  // the last string
  bool key_is_new = false;
};

}  // namespace

JsonObjects::JsonObjects(InputFile file, std::vector<std::string> wrappers, Position from)
    : file_(std::move(file)), wrappers_(std::move(wrappers)) {
  find_container();
  if (from.byte > file_.position().byte) file_.seek(from);
  done_ = file_.position();
}

// Steps into the array, if there is one, and over a byte order mark.
void JsonObjects::find_container() {
  for (const int mark : {0xEF, 0xBB, 0xBF})
    if (file_.peek() == mark) file_.get();
  skip_space();
  if (file_.peek() == '[') {
    file_.get();
    inside_ = true;
    return;
  }
  if (wrappers_.empty() || file_.peek() != '{') return;
  const Position start = file_.position();
  std::string bytes;
  looked_for_ = true;
  if (cut(bytes) == Cut::wrapper)
    inside_ = true;
  else
    file_.seek(start);
  looked_for_ = false;
}

void JsonObjects::skip_space() {
  while (is_space(file_.peek())) file_.get();
}

std::optional<Result<JsonObjects::Piece>> JsonObjects::next() {
  while (!finished_) {
    skip_space();
    const int c = file_.peek();
    if (c == InputFile::kEnd) {
      done_ = file_.position();
      finished_ = true;
    } else if (c == '{') {
      return take_object();
    } else if (inside_ && c == ',') {
      file_.get();
    } else if (inside_ && c == ']') {
      done_ = file_.position();  // a longer file goes on here
      finished_ = true;
    } else {
      const auto line = file_.position().line;
      std::string junk;
      file_.get_line(junk, 40);
      done_ = file_.position();
      return Result<Piece>(fail("no JSON object: " + junk, file_.where(line),
                                "each ticket is one object: {\"id\": …}"));
    }
  }
  return std::nullopt;
}

std::optional<Result<JsonObjects::Piece>> JsonObjects::take_object() {
  const Position start = file_.position();
  std::string bytes;
  const Cut how = cut(bytes);
  if (how == Cut::whole) {
    done_ = file_.position();
    return Piece{std::move(bytes), start.line};
  }
  if (how == Cut::too_large) {
    done_ = file_.position();
    return Result<Piece>(fail("the ticket is larger than 5 MB: skipped", file_.where(start.line),
                              "leave attachments out of the export"));
  }
  // Which column it begins in, and whether a line begins with it: so do its neighbours.
  Position line_start = start;
  std::size_t column = 0;
  bool starts_line = true;
  while (line_start.byte > 0 && column < 200) {
    file_.seek({line_start.byte - 1, start.line});
    const int before = file_.peek();
    if (before == '\n') break;
    if (!is_space(before)) starts_line = false;
    --line_start.byte;
    ++column;
  }
  return give_up(start, column, starts_line, how);
}

Result<JsonObjects::Piece> JsonObjects::give_up(Position start, std::size_t column,
                                                bool starts_line, Cut why) {
  const auto where = file_.where(start.line);
  if (find_next_start(start, column, starts_line)) {
    done_ = file_.position();
    return fail("broken JSON: a bracket, comma or quote is missing; skipped to line " +
                    std::to_string(done_.line),
                where, "correct the ticket and import again");
  }
  finished_ = true;
  done_ = start;  // it may be written to the end until the next import
  return fail(why == Cut::unfinished ? "the file ends in the middle of a ticket"
                                     : "broken JSON, and no ticket begins on a line below",
              where, "correct the ticket and import again");
}

bool JsonObjects::find_next_start(Position start, std::size_t column, bool starts_line) {
  file_.seek(start);
  std::string line;
  file_.get_line(line, 0);
  for (;;) {
    std::size_t at = 0;
    while (file_.peek() == ' ' || file_.peek() == '\t') {
      file_.get();
      ++at;
    }
    if (file_.peek() == InputFile::kEnd) return false;
    if (file_.peek() == '{' && (!starts_line || at == column)) return true;
    if (!file_.get_line(line, 0)) return false;
  }
}

// From `{` to its `}`. As a wrapper: from the file's first `{` into the array.
JsonObjects::Cut JsonObjects::cut(std::string& bytes) {
  Shape shape;
  std::size_t length = 0;
  for (;;) {
    const int c = file_.peek();
    if (c == InputFile::kEnd) return Cut::unfinished;
    file_.get();
    if (++length <= kLargestTicket) bytes += static_cast<char>(c);
    if (shape.in_string) {
      if (c == '\n') return Cut::broken;
      if (looked_for_ && (c != '"' || shape.escaped) && shape.key.size() < 40)
        shape.key += static_cast<char>(c);
      if (c == '"' && !shape.escaped) {
        shape.in_string = false;
        shape.after_value = true;
      }
      shape.escaped = c == '\\' && !shape.escaped;
      continue;
    }
    if (is_space(c)) continue;
    switch (c) {
      case '{':
      case '[':
        if (shape.after_value) return Cut::broken;
        if (looked_for_ && c == '[' && shape.key_is_new && shape.open.size() <= kDeepest &&
            std::find(wrappers_.begin(), wrappers_.end(), shape.key) != wrappers_.end())
          return Cut::wrapper;
        shape.open += static_cast<char>(c);
        break;
      case '}':
      case ']':
        if (shape.open.empty() || shape.open.back() != (c == '}' ? '{' : '[')) return Cut::broken;
        shape.open.pop_back();
        shape.after_value = true;
        if (shape.open.empty()) return length > kLargestTicket ? Cut::too_large : Cut::whole;
        break;
      case '"':
        if (shape.after_value) return Cut::broken;
        shape.in_string = true;
        shape.key.clear();
        break;
      case ',':
      case ':':
        shape.after_value = false;
        shape.key_is_new = c == ':';
        break;
      default:
        shape.after_value = true;  // a number, true, false or null
    }
    // The wrapper is long: what comes before its array is not kept.
    if (looked_for_ && length > kLargestTicket) return Cut::too_large;
  }
}

}  // namespace kb::tickets
