// The floor of key to screen: raw terminal, every byte comes back as it came.

#include <termios.h>
#include <unistd.h>

int main(void) {
  struct termios before, raw;
  tcgetattr(0, &before);
  raw = before;
  cfmakeraw(&raw);
  tcsetattr(0, TCSADRAIN, &raw);
  (void)!write(1, "\033]5150;0;0;0\a", 13);
  char bytes[4096];
  ssize_t count;
  while ((count = read(0, bytes, sizeof bytes)) > 0 && bytes[0] != 'q') {
    (void)!write(1, bytes, (size_t)count);
  }
  tcsetattr(0, TCSADRAIN, &before);
  return 0;
}
