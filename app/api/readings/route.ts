import { markSeen } from "@/lib/discussions/readings/commands";
import { perform, rest } from "@/lib/platform/rest";

/** How far somebody has read, said by the page they were shown: looking alone writes nothing. */
export const PUT = rest((call) => perform(call, markSeen, {}, () => new Response(null, { status: 204 })), { quick: "draft" });
