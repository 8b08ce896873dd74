#include "scripts/eval/labelled_csv.h"

#include <fstream>
#include <iterator>

namespace kb::eval {

std::vector<LabelledText> read_labelled_csv(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string& field = rows.back().back();
    const char c = bytes[i];
    if (quoted && c == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"') {
      field += bytes[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\n') {
      rows.emplace_back(1);
    } else if (quoted || c != '\r') {
      field += c;
    }
  }
  std::vector<LabelledText> texts;
  for (std::size_t i = 1; i < rows.size(); ++i)  // the first row has the names
    if (rows[i].size() == 2) texts.push_back({rows[i][0], rows[i][1]});
  return texts;
}

}  // namespace kb::eval
