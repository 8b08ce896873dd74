#include "indexer/link_resolver.h"

#include <algorithm>
#include <charconv>

#include "core/article/link.h"
#include "core/text/normal_form.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

fs::path full_path(const fs::path& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal();
}

// The path of `target` below `root`, or empty.
std::string below(const fs::path& root, const fs::path& target) {
  const auto [in_root, in_target] =
      std::mismatch(root.begin(), root.end(), target.begin(), target.end());
  if (in_root != root.end() && !(in_root->empty() && std::next(in_root) == root.end())) return {};
  fs::path rest;
  for (auto part = in_target; part != target.end(); ++part) rest /= *part;
  return rest.generic_string();
}

bool is_file_inside(const fs::path& root, const fs::path& path) {
  std::error_code error;
  const auto real = fs::canonical(path, error);
  if (error || !fs::is_regular_file(real, error)) return false;
  const auto real_root = fs::canonical(root, error);
  return !error && !below(real_root, real).empty();
}

}  // namespace

LinkResolver::LinkResolver(const Config& config) {
  for (const auto& source : config.sources)
    roots_.push_back({full_path(source.path), Layout(source.layout), config.site.default_language});
}

std::string LinkResolver::resolve(const SourceFile& from, std::string_view href,
                                  LinkKind kind) const {
  const auto hash = href.find('#');
  const auto anchor = hash == std::string_view::npos ? std::string_view() : href.substr(hash + 1);
  const auto before = href.substr(0, std::min(hash, href.find('?')));
  const std::string path = text::nfc(percent_decode(before));
  if (path.empty()) return {};
  for (const auto& target : targets(from, path)) {
    std::string link;
    if (kind == LinkKind::link) link = article_link(target, anchor);
    if (link.empty()) link = file_link(target);
    if (!link.empty()) return link;
  }
  return {};
}

// Where a path may lead: from the file's own folder or, if it begins with a slash, from the root of
// a source.
std::vector<LinkResolver::Target> LinkResolver::targets(const SourceFile& from,
                                                        const std::string& path) const {
  std::vector<Target> found;
  if (path.front() == '/') {
    const auto& root = roots_[from.source].path;
    if (auto inside = below(root, (root / fs::path(path).relative_path()).lexically_normal());
        !inside.empty())
      found.push_back({from.source, std::move(inside)});
    return found;
  }
  const fs::path folder = roots_[from.source].path / fs::path(from.path).parent_path();
  const fs::path target = (folder / path).lexically_normal();
  for (std::size_t source = 0; source < roots_.size(); ++source)
    if (auto relative = below(roots_[source].path, target); !relative.empty())
      found.push_back({source, std::move(relative)});
  return found;
}

std::string LinkResolver::article_link(const Target& target, std::string_view anchor) const {
  const Root& root = roots_[target.source];
  std::string path = target.path;
  if (!is_markdown(path)) {  // generators allow links without the ending
    const auto exists = [&](const std::string& candidate) {
      return is_file_inside(root.path, root.path / candidate);
    };
    if (exists(path)) return {};  // another kind of file
    while (!path.empty() && path.back() == '/') path.pop_back();
    const auto candidates = {path + ".md", path + ".mdx", path + "/index.md", path + "/_index.md"};
    const auto* found = std::find_if(candidates.begin(), candidates.end(), exists);
    if (found == candidates.end()) return {};
    path = *found;
  }
  const auto match = root.layout.match(path);
  if (!match) return {};
  std::string link(kArticleScheme);
  link += match->lang.value_or(root.default_language) + "/" + percent_encode_path(match->id);
  if (!anchor.empty()) link += "#" + percent_encode_path(percent_decode(anchor));
  return link;
}

std::string LinkResolver::file_link(const Target& target) const {
  const Root& root = roots_[target.source];
  if (is_markdown(target.path) || !is_file_inside(root.path, root.path / target.path)) return {};
  return std::string(kFileScheme) + std::to_string(target.source) + "/" +
         percent_encode_path(target.path);
}

fs::path LinkResolver::file_of(std::string_view symbolic) const {
  symbolic.remove_prefix(std::min(symbolic.size(), kFileScheme.size()));
  std::size_t source = 0;
  const auto [end, error] =
      std::from_chars(symbolic.data(), symbolic.data() + symbolic.size(), source);
  if (error != std::errc{} || source >= roots_.size()) return {};
  symbolic.remove_prefix(static_cast<std::size_t>(end - symbolic.data()) + 1);
  return roots_[source].path / percent_decode(symbolic);
}

}  // namespace kb
