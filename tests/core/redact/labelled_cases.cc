#include "tests/core/redact/labelled_cases.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace kb::redact {
namespace {

LabelledCase parsed(const std::string& line) {
  LabelledCase labelled;
  std::string& text = labelled.text;
  for (std::size_t i = 0; i < line.size();) {
    if (line.compare(i, 2, "\\n") == 0) {
      text += '\n';
      i += 2;
    } else if (line.compare(i, 2, "[[") == 0) {
      const std::size_t colon = line.find(':', i), name = i + 2;
      const auto kind = kind_of_name(line.substr(name, colon - name));
      if (!kind) throw std::runtime_error("no such kind: " + line);
      labelled.marks.push_back({text.size(), 0, *kind});
      i = colon + 1;
    } else if (line.compare(i, 2, "]]") == 0 && !labelled.marks.empty() &&
               labelled.marks.back().end == 0) {
      labelled.marks.back().end = text.size();
      i += 2;
    } else {
      text += line[i++];
    }
  }
  return labelled;
}

}  // namespace

std::vector<LabelledCase> read_cases(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<LabelledCase> cases;
  for (const auto& file : files) {
    std::ifstream in(file);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.empty() || line[0] == '#') continue;
      cases.push_back(parsed(line));
      cases.back().lang = file.stem().string();
      cases.back().where = file.filename().string() + ":" + std::to_string(number);
    }
  }
  return cases;
}

std::vector<std::string> shown(std::string_view text, const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& finding : findings)
    out.push_back(std::string(kind_name(finding.kind)) + ":" +
                  std::string(text.substr(finding.begin, finding.end - finding.begin)));
  return out;
}

std::string found_in(std::string_view text, std::string_view lang) {
  const auto redactor = Redactor::create({});
  std::string out;
  for (const auto& part : shown(text, redactor->find(text, lang)))
    out += (out.empty() ? "" : " | ") + part;
  return out;
}

}  // namespace kb::redact
