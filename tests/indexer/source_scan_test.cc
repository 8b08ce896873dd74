#include "indexer/source_scan.h"
