#include "core/index/field.h"

#include "core/base/content_hash.h"
#include "core/text/normal_form.h"

namespace kb::index {

std::string term(Field field, std::string_view text) {
  std::string name(prefix(field));
  if (field == Field::category || field == Field::id) name += ':';
  if (name.size() + text.size() <= kLongestTerm) return name.append(text);
  constexpr std::size_t kHash = 32;
  name += text::utf8_prefix(text, kLongestTerm - name.size() - kHash);
  return name + content_hash(text);
}

}  // namespace kb::index
