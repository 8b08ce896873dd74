#include "tests/server/discovery/xml_check.h"

#include <regex>

#include "core/text/normal_form.h"

namespace kb {
namespace {

// Text outside of tags: no markup of its own, known entities only.
std::string text_problem(const std::string& text) {
  static const std::regex allowed("(?:[^<>&\"]|&(?:amp|lt|gt|quot);)*");
  return std::regex_match(text, allowed) ? "" : "not escaped: '" + text + "'";
}

std::string tag_problem(const std::string& tag) {
  static const std::regex allowed("/?[A-Za-z][\\w:]*(?: [A-Za-z][\\w:]*=\"[^\"]*\")*/?");
  if (!std::regex_match(tag, allowed)) return "no tag: <" + tag + ">";
  static const std::regex value("=\"([^\"]*)\"");
  for (std::sregex_iterator at(tag.begin(), tag.end(), value), end; at != end; ++at)
    if (auto problem = text_problem((*at)[1]); !problem.empty()) return problem;
  return {};
}

std::string decoded(std::string text) {
  const std::pair<const char*, const char*> entities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [entity, character] : entities)
    text = std::regex_replace(text, std::regex(entity), character);
  return text;
}

}  // namespace

std::string xml_problem(std::string_view xml) {
  constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  if (!xml.starts_with(kDeclaration)) return "no declaration";
  if (!text::is_valid_utf8(xml)) return "no UTF-8";
  for (const char c : xml)
    if (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t') return "a control character";
  std::vector<std::string> open;
  bool has_root = false;
  for (xml.remove_prefix(kDeclaration.size()); !xml.empty();) {
    if (xml.front() != '<') {
      const std::string text(xml.substr(0, xml.find('<')));
      xml.remove_prefix(text.size());
      if (auto problem = text_problem(text); !problem.empty()) return problem;
      if (open.empty() && text.find_first_not_of('\n') != text.npos) return "text outside the root";
      continue;
    }
    const auto end = xml.find('>');
    if (end == xml.npos) return "a tag without an end";
    const std::string tag(xml.substr(1, end - 1));
    xml.remove_prefix(end + 1);
    if (auto problem = tag_problem(tag); !problem.empty()) return problem;
    if (tag.front() == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return "<" + tag + "> closes nothing";
      open.pop_back();
    } else {
      if (open.empty() && has_root) return "a second root";
      has_root = true;
      if (tag.back() != '/') open.push_back(tag.substr(0, tag.find(' ')));
    }
  }
  if (!has_root) return "no root";
  return open.empty() ? "" : "<" + open.back() + "> stays open";
}

std::vector<std::string> texts_of(std::string_view xml, std::string_view element) {
  const std::string name(element);
  const std::string whole(xml);
  const std::regex pattern("<" + name + ">([^<]*)</" + name + ">");
  std::vector<std::string> texts;
  for (std::sregex_iterator at(whole.begin(), whole.end(), pattern), end; at != end; ++at)
    texts.push_back(decoded((*at)[1]));
  return texts;
}

}  // namespace kb
