import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildPortal, generate } from "@/lib/cli/build";
import { ended, runScript } from "@/lib/cli/programs";
import { type Databases, databasesFile } from "./portal-data";
import { administer, clone, openTestPostgres } from "./postgres";
import { answers, serve } from "./serve";
import { template } from "./template";

const { E2E_DEMO: demo, E2E_EMPTY: empty, E2E_DATA: data } = process.env;
if (!demo || !empty || !data) throw new Error("playwright.config.ts starts this program, and says where");

await generate();
await buildPortal();
const { adminUrl, close } = await openTestPostgres();
const ready = await template(adminUrl);
const names = ["demo", "empty"].map((one) => `stepwell_e2e_${one}_${process.pid}`) as [string, string]; // a server at TEST_ADMIN_URL may serve other runs, too
const [full, bare] = [await clone(adminUrl, ready, names[0]), await clone(adminUrl, ready, names[1])];
const seeded = await runScript("lib/cli/seed-demo.ts", [], { env: { DATABASE_URL: full } });
if (seeded.code !== 0) throw new Error(seeded.output);
writeFileSync(databasesFile(), JSON.stringify({ demo: full, admin: adminUrl, template: ready } satisfies Databases));

const first = serve(demo, full, path.join(data, "demo"));
const asked = new Promise<void>((resolve) => ["SIGTERM", "SIGINT"].forEach((signal) => process.once(signal, () => resolve())));
await Promise.race([answers(demo), asked]);
const second = serve(empty, bare, path.join(data, "empty")); // its /readyz is what the tests wait for
await Promise.race([asked, ended(first), ended(second)]);
for (const server of [first, second]) server.kill("SIGKILL");
await administer(adminUrl, ...names.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
await close();
rmSync(data, { recursive: true, force: true });
process.exit();
