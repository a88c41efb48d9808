import { readiness } from "@/lib/platform/health";

/** 200 when requests can be answered; 503 while the database does not answer, lacks a migration, or this server is about to end. */
export const GET = async () => {
  const state = await readiness();
  return new Response(`${state}\n`, { status: state === "ready" ? 200 : 503, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
};
