#ifndef CYAZ_H
#define CYAZ_H

#include <yaz/yaz-iconv.h>

#endif
