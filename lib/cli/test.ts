import { buildPortal, generate } from "./build.ts";
import { type Check, imports, lint, migrations, routes, runAll, types } from "./gate.ts";
import { say } from "./progress.ts";
import { browserTests, unitAndIntegration } from "./suites.ts";
import { main, Trouble } from "./trouble.ts";

/** A build that fails is one failure, and the browser tests then fail for want of it. */
const built: Check = {
  title: "Build",
  run: () =>
    buildPortal().then(
      () => ({ passed: 0, failed: 0, said: "" }),
      (error: unknown) => {
        if (error instanceof Trouble) return { passed: 0, failed: 1, said: error.message };
        throw error;
      },
    ),
};

/** Everything, in the order in which it is cheapest to fail. */
await main(async () => {
  await generate();
  const { passed, failed } = await runAll([routes, types, lint(true), imports, migrations, unitAndIntegration, built, browserTests]);
  say(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
