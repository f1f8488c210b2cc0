import { connect, type Socket } from "node:net";

/** One request as it goes over the wire; `tag` comes back with its answer. */
export type Shot = { text: string; tag?: string };

export type Run = {
  /** Answers a second. */
  rate: number;
  p50: number;
  p99: number;
  max: number;
  /** Answers by status. */
  statuses: Map<number, number>;
};

const longestSeconds = 60;

/**
 * So many clients of 127.0.0.1, each sending its next request when its last is answered, for so many
 * seconds (a minute at the most) or until there are no more. Plain sockets: what measures must cost
 * little, it shares the machine with what is measured.
 */
export async function load(
  port: number,
  clients: number,
  seconds: number,
  next: (client: number) => Shot | null,
): Promise<Run> {
  const until = performance.now() + Math.min(seconds, longestSeconds) * 1000;
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, (_, client) =>
      runClient(
        port,
        () => (performance.now() < until ? next(client) : null),
        (status, ms) => {
          times.push(ms);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        },
      ),
    ),
  );
  const elapsed = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { rate: times.length / elapsed, p50: at(0.5), p99: at(0.99), max: at(1), statuses };
}

async function runClient(
  port: number,
  next: () => Shot | null,
  told: (status: number, ms: number) => void,
): Promise<void> {
  const socket = await open(port);
  try {
    for (let shot = next(); shot; shot = next()) {
      const sent = performance.now();
      const status = await exchange(socket, shot.text);
      told(status, performance.now() - sent);
    }
  } finally {
    socket.destroy();
  }
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.once("connect", () => resolve(socket));
    socket.once("error", reject);
  });
}

function exchange(socket: Socket, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let head: Head | null = null;
    let received: Buffer | null = null;
    const done = (status: number) => {
      socket.off("data", read);
      socket.off("close", lost);
      resolve(status);
    };
    const lost = () => reject(new Error("the server closed the connection"));
    const read = (chunk: Buffer) => {
      received = received ? Buffer.concat([received, chunk]) : chunk;
      head ??= headOf(received);
      if (head && isWhole(head, received)) done(head.status);
    };
    socket.on("data", read);
    socket.once("close", lost);
    socket.write(text);
  });
}

type Head = { status: number; length: number; bodyAt: number };
const endOfChunks = Buffer.from("0\r\n\r\n");

function headOf(received: Buffer): Head | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = received.toString("latin1", 0, end);
  const status = Number(head.slice(9, 12));
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  const isEmpty = status === 204 || status === 304;
  return { status, length: isEmpty ? 0 : Number(length ?? -1), bodyAt: end + 4 };
}

function isWhole({ length, bodyAt }: Head, received: Buffer): boolean {
  if (length >= 0) return received.length >= bodyAt + length;
  return received.subarray(-5).equals(endOfChunks);
}

/** A request as text, kept alive. */
export function request(
  method: "GET" | "POST",
  path: string,
  { token, body, headers = [] }: { token?: string; body?: object; headers?: string[] } = {},
): string {
  const content = body ? JSON.stringify(body) : "";
  const lines = [
    `${method} ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    ...headers,
    ...(token ? [`authorization: Bearer ${token}`] : []),
    ...(body
      ? ["content-type: application/json", `content-length: ${Buffer.byteLength(content)}`]
      : []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${content}`;
}
