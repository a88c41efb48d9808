import { z } from "zod";
import { ABOUT_LIMIT } from "../rules";
import { Handle, Languages, Name, orNothing, PortalLanguage, text, TimeZone, Version, Words } from "../schema";

const themes = ["system", "light", "dark"] as const;

export const EditProfile = z.strictObject({
  version: Version,
  name: Name,
  handle: Handle,
  position: text(120).default(""),
  about: text(ABOUT_LIMIT).default(""),
  knows: Words.default([]),
  wants: Words.default([]),
  languages: Languages,
  timeZone: orNothing(TimeZone),
});

/** How the portal looks and speaks to its reader. */
export const ChooseTaste = z.strictObject({ locale: PortalLanguage, theme: z.enum(themes) });
