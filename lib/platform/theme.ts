export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (value: unknown): value is Theme => themes.includes(value as Theme);

/** What someone chose: in the profile, else in this browser, else as the system has it. */
export const chooseTheme = ({ profile, cookie }: { profile?: string | null | undefined; cookie?: string | undefined }): Theme =>
  [profile, cookie].find(isTheme) ?? "system";
