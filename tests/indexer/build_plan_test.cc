#include "indexer/build_plan.h"
