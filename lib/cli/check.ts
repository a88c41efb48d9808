import { generate } from "./build.ts";
import { imports, lint, migrations, routes, runAll, types, unused } from "./gate.ts";
import { unit } from "./suites.ts";
import { main } from "./trouble.ts";

/** The quick gate, before every commit. */
await main(async () => {
  await generate();
  const { failed } = await runAll([routes, types, lint(false), imports, unused, migrations, unit]);
  return failed > 0 ? 1 : 0;
});
