/** Made in this millisecond already: ids of one process sort as they were made. */
let last = { at: 0, count: 0 };

/**
 * A UUID of version 7 (RFC 9562): sorts by the millisecond of its making, and within one by the order of
 * this process, so that an index on it grows at its end.
 */
export function newId(): string {
  const now = Math.max(Date.now(), last.at);
  last = { at: now, count: now === last.at ? last.count + 1 : 0 };
  const random = crypto.getRandomValues(new Uint8Array(8));
  const time = now.toString(16).padStart(12, "0");
  // Twelve bits for the order within the millisecond; a process makes fewer than 4 096 in one.
  const order = (last.count & 0xfff).toString(16).padStart(3, "0");
  const tail = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = ((random[0] ?? 0) & 0x3f) | 0x80;
  const node = variant.toString(16) + tail.slice(2);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${node.slice(0, 4)}-${node.slice(4)}`;
}
