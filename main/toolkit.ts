import { app } from 'electron';

/**
 * Keeps GTK 3, which shows the dialogs on Linux, from loading the system's OpenGL into the main process
 * when it starts: some 50 MB that nothing is drawn with, since windows have a process of their own for
 * that. Does nothing where the variable is set by whoever starts the program.
 *
 * Taken back when GTK has begun, so that programs that documents are opened in do not inherit it.
 */
export function keepGraphicsOut(): void {
  if (process.platform !== 'linux' || process.env.GDK_GL !== undefined) return;
  process.env.GDK_GL = 'disable';
  void app.whenReady().then(() => {
    delete process.env.GDK_GL;
  });
}
