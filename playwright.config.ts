import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "./lib/cli/ports";

/** This file is read again in every worker: the first to read it chooses, the others find it in the environment. */
const demo = (process.env.E2E_DEMO ??= `http://localhost:${await freePort()}`);
const empty = (process.env.E2E_EMPTY ??= `http://localhost:${await freePort()}`);
process.env.E2E_DATA ??= mkdtempSync(path.join(tmpdir(), "stepwell-e2e-"));

/** Two portals of this build: one with the demo organisation, one that nobody has set up yet (`E2E_EMPTY`). */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  workers: 2,
  retries: process.env.CI ? 1 : 0, // what passes only at the second try is named at the end, and holds up no landing; by hand it fails
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: demo,
    locale: "en",
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu"],
    },
  },
  webServer: {
    command: `"${process.execPath}" --import tsx --conditions=react-server tests/support/portal.ts`,
    url: `${empty}/readyz`,
    timeout: 300_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
