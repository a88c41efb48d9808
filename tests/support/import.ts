import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { run } from "@/lib/cli/import/stackexchange/run";
import { file, row } from "./dump";

export type Attributes = Record<string, string | number | undefined>;

/** A folder with a small dump: rows as attributes, or as they are to stand in the file. */
export const dump = ({ posts, users }: { posts: (Attributes | string)[]; users?: Attributes[] }, folder = mkdtempSync(path.join(tmpdir(), "stepwell-dump-"))) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "Posts.xml"), file("posts", posts.map((one) => (typeof one === "string" ? one : row(one)))));
  if (users) writeFileSync(path.join(folder, "Users.xml"), file("users", users.map((one) => row({ CreationDate: "2020-01-01T00:00:00.000", ...one }))));
  return folder;
};

export const question = (Id: number, more: Attributes = {}): Attributes => ({
  Id, PostTypeId: 1, CreationDate: `2020-03-0${(Id % 9) + 1}T10:00:00.000`, Score: 4, Body: "<p>The pump stops every Monday morning, and nobody knows why it does.</p>", OwnerUserId: 7, Title: `Why does pump ${Id} stop?`, Tags: "<pumps><cold>", ...more,
});
export const answer = (Id: number, ParentId: number, more: Attributes = {}): Attributes => ({
  Id, PostTypeId: 2, ParentId, CreationDate: `2020-04-0${(Id % 9) + 1}T10:00:00.000`, Score: 2, Body: "<p>Check the seal <em>first</em>, and then the valve behind it.</p>", OwnerUserId: 8, ...more,
});

/** Runs the import as the command does; what it says comes back as lines. */
export const runImport = async (folder: string, ...options: string[]) => {
  let said = "";
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => ((said += String(text)), true));
  try {
    const code = await run([folder, "--community", "pumps", ...options]);
    return { code, said: said.split("\n") };
  } finally {
    spy.mockRestore();
  }
};
