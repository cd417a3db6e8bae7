#include "cyaz.h"
