#include "indexer/build_state.h"
