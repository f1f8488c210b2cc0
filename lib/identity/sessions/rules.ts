/** What a page calls a session: enough to end it, useless to open one. `digest` is SHA-256, in hexadecimal. */
export function sessionHandle(tokenHash: string, digest: (text: string) => string): string {
  return digest(`session ${tokenHash}`).slice(0, 32);
}
