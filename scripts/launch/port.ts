import { connect, createServer } from "node:net";
import { Stop } from "./step.js";

/** Says who has it before anything long is begun. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const refusal = await whyNotListen(port, host);
  if (refusal === "EACCES") {
    throw new Stop(
      `Port ${port} is reserved to the system administrator. Choose another one: PORT=3001 npm start`,
    );
  }
  // Somebody on the other loopback address would answer in our place.
  if (refusal || (await answers(port, "::1"))) {
    const other = port === 65_535 ? 3001 : port + 1;
    throw new Stop(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${other} npm start`,
    );
  }
}

function whyNotListen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    probe.listen({ port, host }, () => probe.close(() => resolve(null)));
  });
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 });
    const done = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
    socket.once("timeout", () => done(false));
  });
}
