import "server-only";

/**
 * The text at an address the installation chose, or null when it does not come: another status than 200,
 * more than `most` bytes, slower than ten seconds, nobody there. Not for addresses people type.
 */
export async function downloadText(url: string, most: number): Promise<string | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: "follow" });
    if (!answer.ok || !answer.body) return null;
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of answer.body) {
      length += part.byteLength;
      if (length > most) return null;
      parts.push(part);
    }
    return Buffer.concat(parts).toString("utf8");
  } catch {
    return null;
  }
}
