/**
 * The UID of an event in every calendar we write, mailed or followed: whoever has both sees it once, and a
 * change changes it (RFC 5545, 3.8.4.7). `host`: of this installation.
 */
export function eventUid(eventId: string, host: string): string {
  return `event-${eventId}@${host}`;
}
