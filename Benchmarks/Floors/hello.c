// The floor of a first frame: an ncurses program that draws one screen and says when it stands.

#include <curses.h>
#include <locale.h>
#include <stdio.h>

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  for (int row = 0; row < LINES; row++) mvprintw(row, 0, "Xin chào %d", row);
  refresh();
  printf("\033]5150;0;%d;%d\a", LINES, COLS);
  fflush(stdout);
  getch();
  endwin();
  return 0;
}
