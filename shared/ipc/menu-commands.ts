/** What the document pane does, by a menu item and by the same key wherever the focus is. */
export const paneCommands = [
  'find',
  'find-next',
  'find-previous',
  'document-zoom-in',
  'document-zoom-out',
  'document-zoom-actual',
  'document-fit-width',
  'document-fit-page',
  'document-turn-right',
  'document-turn-left',
  'document-thumbnails',
  'document-outline',
  'document-go-to-page',
  'document-next',
  'document-previous',
] as const;
export type PaneCommand = (typeof paneCommands)[number];

/** What a menu item asks the window to do. */
export const menuCommands = [
  'new-project',
  'open-project',
  'open-sample',
  'close-project',
  'add-files',
  'add-folder',
  'export',
  'undo',
  'redo',
  'search',
  ...paneCommands,
  'shortcuts',
  'about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];
