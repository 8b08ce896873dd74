#include "indexer/category_files.h"
