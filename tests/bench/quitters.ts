import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Asked, load } from "./load";

/** Asks, and hangs up before the answer can be there. */
const giveUp = (address: string, { path, headers, method, body }: Asked) =>
  new Promise<void>((resolve) => {
    const asked = request(new URL(path, address), { method: method ?? "GET", headers, agent: false });
    asked.on("error", () => undefined);
    asked.on("close", resolve);
    asked.end(body);
    setTimeout(() => asked.destroy(), 15);
  });

/** What others find while many come and give up; then, how long one person waits who comes after them. */
export const besideQuitters = async (address: string, next: () => Asked, amount: number) => {
  let open = true;
  let quit = 0;
  const quitter = async () => {
    for (; open; quit++) {
      await giveUp(address, next());
      await sleep(500);
    }
  };
  const quitters = Array.from({ length: 16 }, quitter);
  const during = await load(address, next, { connections: 16, amount });
  open = false;
  await Promise.all(quitters);
  await sleep(2000);
  const after = await load(address, next, { connections: 1, amount: 20 });
  return { quit, during, after };
};
export type Beside = Awaited<ReturnType<typeof besideQuitters>>;
