import autocannon from "autocannon";

/** One request as it is sent: an errand makes a new one each time, so that no cache is measured but those that people meet. */
export type Asked = { method?: "POST"; path: string; headers: Record<string, string>; body?: string };
export type Figures = { connections: number; requests: number; errors: number; perSecond: number; p50: number; p95: number; p99: number };

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * So many requests over so many connections, each connection with one at a time. A number of requests rather than of seconds:
 * what is cut off at the end would cost the server work that no figure holds.
 */
export const load = async (address: string, next: () => Asked, { connections, amount }: { connections: number; amount: number }): Promise<Figures> => {
  const times: number[] = [];
  let failed = 0;
  const since = performance.now();
  let until = since;
  const requests = [{ setupRequest: (request: autocannon.Request) => Object.assign(request, { method: "GET", body: undefined }, next()) }];
  const { errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon({ url: address, connections, amount, timeout: 60, sampleInt: 50, requests }, (error: Error | null, result) => (error ? reject(error) : resolve(result)));
    running.on("response", (_client, status, _bytes, time) => {
      until = performance.now();
      if (status >= 200 && status < 300) times.push(time);
      else failed++;
    });
  });
  times.sort((one, other) => one - other);
  return { connections, requests: amount, errors: errors + failed, perSecond: (1000 * times.length) / (until - since), p50: at(times, 0.5), p95: at(times, 0.95), p99: at(times, 0.99) };
};
