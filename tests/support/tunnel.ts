import { connect, createServer, type Socket } from "node:net";
import { freePort } from "@/lib/cli/ports";

/** A way to the database that can be cut and mended, as when its server is restarted or a cable is pulled. */
export const tunnel = async (database: string) => {
  const there = new URL(database);
  const port = await freePort();
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket.on("error", () => undefined).on("close", () => open.delete(socket)));
    return socket;
  };
  const server = createServer((here) => {
    const beyond = keep(connect(Number(there.port || 5432), there.hostname));
    keep(here).pipe(beyond).pipe(here);
    here.on("close", () => beyond.destroy());
    beyond.on("close", () => here.destroy());
  });
  const mend = () => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  await mend();
  return { url: Object.assign(new URL(database), { hostname: "127.0.0.1", port: String(port) }).href, cut, mend };
};
