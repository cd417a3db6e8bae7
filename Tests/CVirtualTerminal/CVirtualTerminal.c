#include "cvirtualterminal.h"
