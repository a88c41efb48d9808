import "server-only";
import type { Clocks } from "@/lib/platform/jobs";
import { system } from "@/lib/platform/session";
import { forgetDrafts } from "./commands";

export const clocks: Clocks = {
  "stale-drafts": { cron: "13 3 * * *", run: async (now) => void (await forgetDrafts(system, { now })) },
};
