#include "indexer/link_resolver.h"
