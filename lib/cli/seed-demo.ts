import { db } from "@/lib/platform/db";
import { say } from "./progress.ts";
import { seed } from "./seed.ts";
import { main } from "./trouble.ts";

/** The program behind the first start without `DATABASE_URL`: the demo organisation, once. */
await main(async () => {
  const counts = await seed(new Date(), say);
  say(counts ? Object.entries(counts).map(([what, many]) => `${many} ${what}`).join(", ") : "The database already holds something; nothing was written.");
  await db.$disconnect();
});
