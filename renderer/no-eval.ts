import { z } from 'zod';

// Imported before everything else, so that it holds when the first schema is made: zod would try `eval`
// to see whether it may, and the content security policy would report it.
z.config({ jitless: true });
