#include "indexer/command_line.h"
