"use server";

import type { Command } from "@/lib/platform/access";
import { action } from "@/lib/platform/action";
import { refuse } from "@/lib/platform/result";
import { importPeople, importUnits } from "./commands";
import { FILE_LIMIT } from "./schema";

/** The file of a form as text: UTF-8 or nothing, since any other guess would spoil names. What was tried out comes back as text. */
const textOf = async (file: unknown) => {
  if (typeof file === "string") return { csv: file };
  if (!(file instanceof File) || file.size === 0) return { why: "required" };
  if (file.size > FILE_LIMIT) return { why: "file-too-large" };
  try {
    return { csv: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { why: "not-utf-8" };
  }
};

const fromForm =
  <Out, Why extends string>(run: Command<Out, Why>): Command<Out, Why> =>
  async (actor, raw) => {
    const { csv: file, ...said } = raw as Record<string, unknown>;
    const { csv, why } = await textOf(file);
    return csv === undefined ? refuse("invalid", { csv: [why] }) : run(actor, { ...said, csv });
  };

export const importPeopleAction = action(fromForm(importPeople));
export const importUnitsAction = action(fromForm(importUnits));
