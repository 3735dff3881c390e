import { createContext, useContext } from 'react';

const PathForFileContext = createContext<(file: File) => string>(() => '');
export const PathForFileProvider = PathForFileContext.Provider;

/** Where a dropped file lies on disk; an empty string for one that lies nowhere. */
export function usePathForFile(): (file: File) => string {
  return useContext(PathForFileContext);
}
