import type { Format } from "@/lib/platform/i18n/format";
import { drawings, type IconName } from "./drawings";
import { html, type Html, trusted } from "./html";

/* The small things of this folder once more, for where a page holds so many that they are written as text (html.ts). */

export const icon = (name: IconName, more = "") => html`<svg class="i${more}" viewBox="0 0 20 20" aria-hidden="true">${trusted(drawings[name])}</svg>`;

export const time = (format: Format, at: Date) => html`<time datetime="${at.toISOString()}" title="${format.moment(at)}">${format.ago(at)}</time>`;

export const monogram = (name: string, small?: boolean) => html`<span class="mono${small && " sm"}" aria-hidden="true">${[...name.trim()][0]?.toLocaleUpperCase()}</span>`;

/** `items`: what stands in each line, a link or a button. */
export const menu = ({ label, icon: name, items }: { label: string; icon: IconName; items: (Html | false)[] }) =>
  html`<details class="menu" name="menu"><summary>${icon(name)}<span class="vh">${label}</span></summary><ul>${items.map((item) => item && html`<li>${item}</li>`)}</ul></details>`;
