#include "indexer/progress.h"
