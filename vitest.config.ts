import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@/": root, "server-only": `${root}tests/support/empty.ts` } },
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.ts"], setupFiles: "tests/support/seed.ts", testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/support/template-db.ts",
          setupFiles: ["tests/support/seed.ts", "tests/support/worker-db.ts"],
          testTimeout: 20_000,
          env: { NEXTAUTH_URL: "http://localhost:3000", NEXTAUTH_SECRET: "a secret that signs nothing but the sessions of tests", LOG_LEVEL: "silent" },
        },
      },
    ],
  },
});
