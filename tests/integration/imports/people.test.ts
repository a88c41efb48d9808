import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { runFor } from "@/lib/cli/import/people";
import { db } from "@/lib/platform/db";

const csv = (name: string, ...lines: string[]) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "stepwell-csv-")), name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
};

test("People and units come in from the command line, once, and a broken row makes the exit code 1", async () => {
  const units = csv("units.csv", "code,name,parent_code,satellite", "RIG,Rig,,no", "RIG-1,Rig one,RIG,yes");
  const people = csv("people.csv", "email,name,unit", "ana@example.org,Ana,RIG-1", "nobody,No,RIG-1");
  expect(await runFor("units")([units, "--dry-run"])).toBe(0);
  expect(await db.unit.count()).toBe(0);
  for (let time = 0; time < 2; time++) {
    expect(await runFor("units")([units])).toBe(0);
    expect(await runFor("people")([people])).toBe(1);
    expect([await db.unit.count(), await db.user.count()]).toEqual([2, 1]);
  }
  await expect(runFor("people")(["/nowhere.csv"])).rejects.toThrow("There is no file /nowhere.csv");
  await expect(runFor("people")([])).rejects.toThrow("npm run import -- people FILE.csv");
});
