import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Trouble } from "../trouble.ts";

const schema = z.object({
  format: z.literal(1),
  version: z.string(),
  at: z.string(),
  migrations: z.array(z.string()),
  /** `sum` adds up a digest of every row, whatever their order; `sha256` is that of the file as it lies on the disk. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sum: z.string(), file: z.string(), sha256: z.string() })),
  files: z.array(z.object({ file: z.string(), size: z.number(), sha256: z.string() })),
});

export type Manifest = z.output<typeof schema>;
export type TableEntry = Manifest["tables"][number];
export type FileEntry = Manifest["files"][number];

/** Written last: a backup without it was never finished. */
export const writeManifest = (folder: string, manifest: Manifest) => writeFileSync(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });

export const readManifest = (folder: string) => {
  const file = path.join(folder, "manifest.json");
  if (!existsSync(file)) throw new Trouble(`${folder} holds no finished backup: its manifest.json is missing.`);
  const read = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!read.success) throw new Trouble(`${file} is not the manifest of a backup that this release can read.`);
  return read.data;
};
