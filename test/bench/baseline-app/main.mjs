// The least an Electron program can be: one window that shows one line.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

if (process.env['SAMSYN_USER_DATA']) app.setPath('userData', process.env['SAMSYN_USER_DATA']);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  await window.loadFile(join(import.meta.dirname, 'index.html'));
});
