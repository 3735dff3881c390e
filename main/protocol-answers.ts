/** What every answer says. */
export const common: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
  'Cache-Control': 'no-store',
};

/** What the workbench may do; `nonce` is that of this load. */
export function uiPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // React Aria puts one style element into the page and marks it with this nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src app://viewer',
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** What the document frame and its workers may do. */
export const viewerPolicy = [
  "default-src 'none'",
  // pdf.js decodes JPEG 2000, JBIG2 and colour profiles in WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  'frame-ancestors app://ui',
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

/** What a document may do were it opened by itself: nothing. */
const documentPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** What an answer with something of a document says. */
export const ofDocument = (contentType: string): Record<string, string> => ({
  ...common,
  'Content-Type': contentType,
  'Content-Security-Policy': documentPolicy,
});

/** An answer in JSON with something of a document; 404 for `null`. */
export function json(found: unknown): Response {
  if (found === null) return refused(404);
  return new Response(JSON.stringify(found), {
    headers: ofDocument('application/json; charset=utf-8'),
  });
}

/** An answer with nothing but a status. */
export function refused(status: number): Response {
  return new Response(null, {
    status,
    headers: { ...common, 'Content-Security-Policy': "default-src 'none'" },
  });
}
