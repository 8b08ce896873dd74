// The titles of a language's articles, to be found while they are being typed.
//
//   titles.complete(*shelves, "en", "reset pa", 8)     -> rows: "Reset your password", …
//
// A title matches if a word of it begins with what is typed, in whatever case and without
// diacritics; titles that begin with it come first, shorter before longer. Kept per generation.
// Thread-safe.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "server/pages/shelves.h"

namespace kb {

class TitleIndex {
 public:
  std::vector<const index::Row*> complete(const std::shared_ptr<const Shelves>& shelves,
                                          const std::string& lang, std::string_view typed,
                                          std::size_t limit);
  void clear();  // lets go of a retired generation

 private:
  struct Titles {
    std::shared_ptr<const Shelves> shelves;
    std::vector<std::pair<std::string, const index::Row*>> folded;
  };
  std::shared_ptr<const Titles> titles_of(const std::shared_ptr<const Shelves>& shelves,
                                          const std::string& lang);

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Titles>> kept_;
};

}  // namespace kb
