import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/styles/tokens.css", "utf8");
type Lch = [number, number, number];
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/g)].map(([, name, light, dark]) => [
    name,
    [light, dark].map((one) => one?.split(" ").map(Number) as Lch) as [Lch, Lch],
  ]),
);

/** Relative luminance of an OKLCH colour (CSS Color 4: OKLab to linear sRGB; WCAG 2.2: 0.2126 R + 0.7152 G + 0.0722 B). */
const luminance = ([l, c, h]: Lch) => {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [x, y, z] = [l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b, l - 0.0894841775 * a - 1.291485548 * b].map((one) => one ** 3) as Lch;
  const [red, green, blue] = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ].map((one) => Math.min(1, Math.max(0, one))) as Lch;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string, theme: 0 | 1) => {
  const [a, b] = [one, other].map((name) => luminance(pairs.get(name)?.[theme] ?? [NaN, 0, 0])) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

const grounds = ["paper", "paper-shelf", "paper-leaf"];
const read = ["ink", "ink-2", "ink-3", "water", "water-deep", "clay", "good", "bad"].flatMap((text) => grounds.map((ground) => [text, ground] as const));
const cut = [["on-water", "water"], ["on-water", "water-deep"], ["on-stone", "stone"], ["paper", "ink"], ["ink", "water-wash"], ["ink-2", "water-wash"], ["ink", "bad-wash"], ["ink", "earth"], ["on-heat-3", "heat-3"], ["on-heat-4", "heat-4"]] as const;
const edges = ["edge", "water", "bad"].flatMap((edge) => grounds.map((ground) => [edge, ground] as const));

test.each([...read, ...cut])("%s is read on %s in both themes (4.5:1)", (text, ground) => {
  expect(contrast(text, ground, 0)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(text, ground, 1)).toBeGreaterThanOrEqual(4.5);
});

test.each(edges)("the edge %s is seen on %s in both themes (3:1)", (edge, ground) => {
  expect(contrast(edge, ground, 0)).toBeGreaterThanOrEqual(3);
  expect(contrast(edge, ground, 1)).toBeGreaterThanOrEqual(3);
});

test("every style sheet is named in the entry, once, so that none is forgotten", () => {
  const imported = [...readFileSync("app/globals.css", "utf8").matchAll(/@import "\.\/styles\/([\w-]+\.css)"/g)].map(([, file]) => file);
  expect(imported.sort()).toEqual(readdirSync("app/styles").sort());
});
