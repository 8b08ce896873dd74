#include "indexer/article_reader.h"
