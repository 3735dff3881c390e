/** What of Node a locked process keeps (`lock-down.ts`). What is not named here is taken from it. */

/** Each name, and that of its twin that makes its caller wait. */
export const withSync = (names: readonly string[]): string[] =>
  names.flatMap((name) => [name, `${name}Sync`]);

/**
 * Built-in modules that hold nothing to reach out with, or nothing but what others guard: all of
 * HTTP and TLS goes through the sockets of `net`.
 */
export const HARMLESS: ReadonlySet<string> = new Set([
  ...['_http_agent', '_http_client', '_http_common', '_http_incoming', '_http_outgoing'],
  ...['_http_server', '_stream_duplex', '_stream_passthrough', '_stream_readable'],
  ...['_stream_transform', '_stream_wrap', '_stream_writable', '_tls_common', '_tls_wrap'],
  ...['assert', 'assert/strict', 'async_hooks', 'buffer', 'console', 'constants'],
  ...['diagnostics_channel', 'domain', 'events', 'http', 'http2', 'https', 'os', 'path'],
  ...['path/posix', 'path/win32', 'perf_hooks', 'punycode', 'querystring', 'readline'],
  ...['readline/promises', 'stream', 'stream/consumers', 'stream/promises', 'stream/web'],
  ...['string_decoder', 'sys', 'timers', 'timers/promises', 'tls', 'tty', 'url', 'util'],
  ...['util/types', 'vm', 'zlib'],
]);

/** Built-in modules of which `lockDown` guards what reaches out, by name. */
export const GUARDED: ReadonlySet<string> = new Set([
  ...['child_process', 'cluster', 'crypto', 'dgram', 'dns', 'dns/promises', 'fs', 'fs/promises'],
  ...['inspector', 'inspector/promises', 'module', 'net', 'process', 'trace_events', 'v8'],
  'worker_threads',
]);

/** Modules that older Nodes have and do not list: they answer to their full name only. */
export const UNLISTED = ['node:sea', 'node:sqlite', 'node:test', 'node:test/reporters'] as const;

/** Of `fs`: opens a file, for reading only. */
export const OPENING = withSync(['open']);

/** Of `fs`: reads the file or folder that it is given first. */
export const READING = [
  ...withSync(['readFile', 'opendir', 'readdir']),
  ...['createReadStream', 'openAsBlob'],
];

/**
 * Of `fs`: tells of a file without its content, or works on one that was opened before, which was
 * checked. The classes open by the functions above.
 */
export const FREE_OF_FILES: ReadonlySet<string> = new Set([
  ...withSync(['access', 'exists', 'lstat', 'realpath', 'stat', 'statfs']),
  ...withSync(['close', 'fstat', 'read', 'readv', 'write', 'writev']),
  ...['Dir', 'Dirent', 'FileReadStream', 'FileWriteStream', 'ReadStream', 'Stats', 'WriteStream'],
]);

/** Settings of Node's reports that say what is in one, and neither when nor where it is written. */
export const WHAT_REPORTS_HOLD: ReadonlySet<string> = new Set([
  'compact',
  'excludeEnv',
  // Set by what finds out which build of a library fits the system.
  'excludeNetwork',
]);
