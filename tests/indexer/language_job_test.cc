#include "indexer/language_job.h"
