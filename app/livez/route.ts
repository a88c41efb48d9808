/** 200 while the process runs: asks nothing, so that a database that is away restarts no server. */
export const GET = () => new Response("alive\n", { headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
