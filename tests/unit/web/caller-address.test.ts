import { once } from "node:events";
import { createServer, request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { callerAddress, settleCallerAddresses } from "@/lib/web/caller-address";

const peer = "192.0.2.1";

test.each([undefined, "", "203.0.113.9", "203.0.113.9, 198.51.100.7"])(
  "without a proxy of ours it is what the server saw, whatever is said: %s",
  (said) => {
    expect(callerAddress(said, peer, 0)).toBe(peer);
  },
);

test("with proxies of ours it is what the outermost saw, not what was said before it", () => {
  expect(callerAddress("203.0.113.9", peer, 1)).toBe("203.0.113.9");
  expect(callerAddress("10.0.0.1, 203.0.113.9", peer, 1)).toBe("203.0.113.9");
  expect(callerAddress("10.0.0.1,203.0.113.9 , 198.51.100.7", peer, 2)).toBe("203.0.113.9");
});

test("whoever goes round the proxies is known by what the server saw", () => {
  expect(callerAddress(undefined, peer, 1)).toBe(peer);
  expect(callerAddress("203.0.113.9", peer, 2)).toBe(peer);
});

/** What a server of this process reads of a request that came with these headers. */
async function read(port: number, headers: string[]): Promise<string> {
  const sent = request({ port, host: "127.0.0.1", headers: ["Host", "x", ...headers] }).end();
  const [response] = await once(sent, "response");
  return (await response.toArray()).join("");
}

test("over real connections the header no longer says who one would like to be", async () => {
  settleCallerAddresses(0);
  const server = createServer(({ headers }, response) => response.end(headers["x-forwarded-for"]));
  onTestFinished(() => void server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const name = "X-Forwarded-For";
  for (const headers of [[], [name, "203.0.113.1"], [name, "203.0.113.2", name, "203.0.113.3"]]) {
    expect(await read(port, headers)).toBe("127.0.0.1");
  }
});
