// A store of its own in a temporary folder, open for writing.
//
//   SqliteStore store;
//   store->write([&](store::Sql& sql) { … });
//
// Aborts where it cannot be made. One thread makes it.

#pragma once

#include <memory>
#include <string>

#include "core/store/store.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {

class SqliteStore {
 public:
  store::Store& operator*() { return *store_; }
  store::Store* operator->() { return store_.get(); }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_ =
      store::Store::open("sqlite:" + (folder_.path() / "store.db").string(),
                         store::Store::Access::write)
          .value();
};

}  // namespace kb
