import "server-only";
import { createECDH, hkdfSync } from "node:crypto";
import webPush from "web-push";
import { env } from "@/lib/infra/env";
import { type PostAnswer, safePost } from "@/lib/infra/safe-fetch";

export type PushTarget = { endpoint: string; publicKey: string; secret: string };

type VapidKeys = { publicKey: string; privateKey: string };

let keys: VapidKeys | undefined;

/**
 * The key pair by which push services know this installation (RFC 8292): the one it was given, else one
 * that follows from its secret, the same in every process and after every restart.
 */
export function vapidKeys(): VapidKeys {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env();
  keys ??= publicKey && privateKey ? { publicKey, privateKey } : derivedKeys(env().NEXTAUTH_SECRET);
  return keys;
}

/** A pair on P-256 out of a secret. */
export function derivedKeys(secret: string): VapidKeys {
  for (let turn = 0; turn < 8; turn++) {
    const bytes = Buffer.from(hkdfSync("sha256", secret, "", `cowloting vapid ${turn}`, 32));
    const pair = createECDH("prime256v1");
    try {
      pair.setPrivateKey(bytes);
    } catch {
      // Beyond the order of the curve, once in four thousand million.
      continue;
    }
    return { publicKey: pair.getPublicKey("base64url"), privateKey: bytes.toString("base64url") };
  }
  throw new Error("no key follows from the secret");
}

/** Seconds a push service keeps what it cannot hand over: half a day, later it is no news. */
const keptSeconds = 43_200;

/** How a push service is reached; only tests give another way. */
export type Post = typeof safePost;

/**
 * Hands an encrypted message to the push service of a browser (RFC 8291), in the bounds of `safePost`:
 * public addresses only, over TLS outside the demonstration. `topic` lets a newer one replace it.
 */
export async function sendPush(
  { endpoint, publicKey, secret }: PushTarget,
  message: string,
  topic: string,
  post: Post = safePost,
): Promise<PostAnswer> {
  const subscription = { endpoint, keys: { p256dh: publicKey, auth: secret } };
  const { headers, body } = webPush.generateRequestDetails(subscription, message, {
    vapidDetails: { subject: contact(), ...vapidKeys() },
    TTL: keptSeconds,
    topic,
  });
  const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return post(endpoint, {
    headers: Object.fromEntries(texts),
    body,
    allowLoopback: env().DEMO,
  });
}

/** Whom a push service writes to when something is wrong. */
function contact(): string {
  const address = /<([^<>]+)>/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM;
  return `mailto:${address}`;
}
