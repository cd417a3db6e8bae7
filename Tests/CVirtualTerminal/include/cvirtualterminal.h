#ifndef CVIRTUALTERMINAL_H
#define CVIRTUALTERMINAL_H

#include <vterm.h>

#endif
