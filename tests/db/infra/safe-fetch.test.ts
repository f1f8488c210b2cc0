import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { safeFetch } from "@/lib/infra/safe-fetch";
import { anOutsideServer, reachHere } from "@/tests/support/outside-server";

const accept = "text/calendar";
const here = { accept, ...reachHere };
const textOf = (result: Awaited<ReturnType<typeof safeFetch>>) =>
  result.ok && "body" in result.value ? result.value.body.toString() : result;

test("an answer is read with its ETag, and asked for again by it", async () => {
  await using server = await anOutsideServer((request, response) => {
    const isKnown = request.headers["if-none-match"] === '"1"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"1"' }).end(isKnown ? "" : "BEGIN");
  });
  const first = await safeFetch(`${server.address}/a.ics?x=1#part`, here);
  expect(first).toEqual({ ok: true, value: { body: Buffer.from("BEGIN"), etag: '"1"' } });
  const again = await safeFetch(`${server.address}/a.ics`, { ...here, etag: '"1"' });
  expect(again).toEqual({ ok: true, value: { unchanged: true } });
  expect(server.asked[0]).toMatchObject({
    url: "/a.ics?x=1",
    headers: { accept, "accept-encoding": "identity", host: `127.0.0.1:${server.port}` },
  });
  expect(server.asked[0]?.headers).not.toHaveProperty("cookie");
});

test.each([
  "",
  "not an address",
  "ftp://exemple.test/a.ics",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:text/calendar,BEGIN",
  "https://user:secret@exemple.test/a.ics",
  "http://",
])("« %s » is not an address of the web", async (address) => {
  expect(await safeFetch(address, { accept })).toMatchObject({ refusal: "address_invalid" });
});

test.each([
  "http://127.0.0.1/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://0177.0.0.1/",
  "http://127.1/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[fe80::1]/",
  "http://169.254.169.254/latest/meta-data/",
  "https://10.0.0.1/",
  "webcal://192.168.1.1/a.ics",
  "http://localhost/",
])("%s leads inside: it is not asked", async (address) => {
  const result = await safeFetch(address, { accept });
  expect(result).toMatchObject({ refusal: "address_private" });
});

test("one private address among those of a name is enough to refuse it", async () => {
  const resolve = async () => ["93.184.216.34", "10.0.0.1"];
  expect(await safeFetch("http://exemple.test/", { accept, resolve })).toMatchObject({
    refusal: "address_private",
  });
});

test("a name that answers otherwise the second time changes nothing: it is asked once", async () => {
  await using server = await anOutsideServer((_request, response) =>
    response.end("the one checked"),
  );
  const answers = [["127.0.0.1"], ["10.255.255.1"]];
  let times = 0;
  const resolve = async () => answers[times++] ?? [];
  const address = `http://rebinding.exemple.test:${server.port}/`;
  expect(textOf(await safeFetch(address, { ...here, resolve }))).toBe("the one checked");
  expect(times).toBe(1);
  expect(server.asked[0]?.headers["host"]).toBe(`rebinding.exemple.test:${server.port}`);
});

test("a name first public, then private: checked at each reading, nothing inside is asked", async () => {
  await using server = await anOutsideServer((_request, response) => response.end("secret"));
  const resolve = async () => ["127.0.0.1"];
  const address = `http://rebinding.exemple.test:${server.port}/`;
  const result = await safeFetch(address, { accept, resolve, anyPort: true });
  expect(result).toMatchObject({ refusal: "address_private" });
  expect(server.asked).toEqual([]);
});

test("a name nobody knows", async () => {
  const resolve = async () => [];
  expect(await safeFetch("http://exemple.test/", { accept, resolve })).toMatchObject({
    refusal: "host_unknown",
  });
});

test.each(["http://exemple.test:22/", "https://exemple.test:8443/"])(
  "%s asks for another door",
  async (address) => {
    expect(await safeFetch(address, { accept, anyPort: false })).toMatchObject({
      refusal: "port_refused",
    });
  },
);

test.each([301, 302, 303, 307, 308])(
  "a redirect (%i) is not followed, even to here",
  async (status) => {
    await using inside = await anOutsideServer((_request, response) => response.end("secret"));
    await using server = await anOutsideServer((_request, response) =>
      response.writeHead(status, { location: inside.address }).end(),
    );
    expect(await safeFetch(server.address, here)).toMatchObject({ refusal: "redirected" });
    expect(inside.asked).toEqual([]);
  },
);

test.each([304, 204, 206, 401, 404, 500])("an answer %i is no calendar", async (status) => {
  await using server = await anOutsideServer((_request, response) =>
    response.writeHead(status).end(),
  );
  const refusal = status === 304 ? "redirected" : "answer_refused";
  expect(await safeFetch(server.address, here)).toMatchObject({ refusal });
});

test("an endless answer is left at its bound, whatever length it said", async () => {
  let sent = 0;
  await using server = await anOutsideServer((_request, response) => {
    const more = () => {
      sent += 65_536;
      if (!response.destroyed) response.write(Buffer.alloc(65_536, 120), more);
    };
    more();
  });
  const result = await safeFetch(server.address, { ...here, mostBytes: 100_000 });
  expect(result).toMatchObject({ refusal: "too_large" });
  expect(sent).toBeLessThan(20_000_000);
});

test("a length said too large is believed at once; one said too small does not let more through", async () => {
  await using large = await anOutsideServer((_request, response) =>
    response.writeHead(200, { "content-length": "9000000" }).write("x"),
  );
  expect(await safeFetch(large.address, here)).toMatchObject({ refusal: "too_large" });
  await using small = await anOutsideServer((request) =>
    request.socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nBEGIN${"x".repeat(100_000)}`),
  );
  expect(textOf(await safeFetch(small.address, here))).toBe("BEGIN");
  await using cut = await anOutsideServer((request) =>
    request.socket.end("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nBEGIN"),
  );
  expect(await safeFetch(cut.address, here)).toMatchObject({ refusal: "not_reachable" });
});

test.each(["gzip", "deflate", "br", "gzip, gzip"])("%s: a bomb is not opened", async (encoding) => {
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  await using server = await anOutsideServer((_request, response) =>
    response.writeHead(200, { "content-encoding": encoding }).end(bomb),
  );
  expect(await safeFetch(server.address, here)).toMatchObject({ refusal: "compressed" });
});

test("a site that never answers, or never ends, is left when the time is over", async () => {
  await using silent = await anOutsideServer(() => undefined);
  const quick = { ...here, timeoutMs: 200 };
  expect(await safeFetch(silent.address, quick)).toMatchObject({ refusal: "too_slow" });
  await using slow = await anOutsideServer((_request, response) => response.write("BEGIN"));
  expect(await safeFetch(slow.address, quick)).toMatchObject({ refusal: "too_slow" });
  const resolve = () => new Promise<string[]>(() => undefined);
  expect(await safeFetch("http://exemple.test/", { ...quick, resolve })).toMatchObject({
    refusal: "too_slow",
  });
});

test("nobody listens, or somebody speaks something else", async () => {
  const closed = await anOutsideServer(() => undefined);
  await closed[Symbol.asyncDispose]();
  expect(await safeFetch(closed.address, here)).toMatchObject({ refusal: "not_reachable" });
  await using odd = await anOutsideServer((request) => request.socket.end("SSH-2.0-x\r\n"));
  expect(await safeFetch(odd.address, here)).toMatchObject({ refusal: "not_reachable" });
});
