import { createServer, type RequestListener } from "node:http";

/** A site of somebody else's, on this machine, for the time of one test. */
export async function anOutsideServer(answer: RequestListener) {
  const asked: { url: string; headers: NodeJS.Dict<string | string[]> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers });
    // A reader that has had enough hangs up: that is no fault of the server.
    response.on("error", () => undefined);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** How tests reach it: nothing outside of tests may. */
export const reachHere = {
  mayReach: (address: string) => address === "127.0.0.1",
  anyPort: true,
};
