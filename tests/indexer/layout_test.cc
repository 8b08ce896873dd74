#include "indexer/layout.h"
