import { vague } from "./schema";

export type Topic = { name: string; domain: string; inScope: string; outOfScope: string; sampleQuestions: readonly string[] };
export type Advice =
  | { what: "general-name" | "catch-all"; words: string[] }
  | { what: "short-domain" | "no-in-scope" | "no-out-of-scope" }
  | { what: "few-questions"; missing: number };

const QUESTIONS = 3;
/** A sentence of fewer words names a subject, not an issue. */
const SENTENCE = 6;

const wordsOf = (text: string) => text.toLowerCase().normalize("NFC").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const isVague = (word: string) => vague.words.includes(word) || vague.stems.some((stem) => word.startsWith(stem));

/** A name is general when every word of it is: "Knowledge sharing" is, "Knowledge of soils" is not. */
const generalIn = (name: string) => {
  const telling = wordsOf(name).filter((word) => !vague.fillers.includes(word));
  return telling.length > 0 && telling.every(isVague) ? telling : [];
};

const catchAllsIn = (text: string) => {
  const plain = ` ${wordsOf(text).join(" ")} `;
  return vague.catchAlls.filter((phrase) => plain.includes(` ${phrase} `));
};

/**
 * What to think about before a community is founded: its topic must not be general, each has a clearly defined one
 * (domain 004-17). It is advice, in the order of the form; nothing of it stands in the way.
 */
export const advise = ({ name, domain, inScope, outOfScope, sampleQuestions }: Topic): Advice[] => {
  const general = generalIn(name);
  const catchAlls = catchAllsIn(`${name} . ${domain} . ${inScope}`);
  const missing = QUESTIONS - sampleQuestions.filter((one) => one.trim() !== "").length;
  return [
    ...(general.length > 0 ? [{ what: "general-name" as const, words: general }] : []),
    ...(domain.trim() !== "" && wordsOf(domain).length < SENTENCE ? [{ what: "short-domain" as const }] : []),
    ...(catchAlls.length > 0 ? [{ what: "catch-all" as const, words: catchAlls }] : []),
    ...(inScope.trim() === "" ? [{ what: "no-in-scope" as const }] : []),
    ...(outOfScope.trim() === "" ? [{ what: "no-out-of-scope" as const }] : []),
    ...(missing > 0 ? [{ what: "few-questions" as const, missing }] : []),
  ];
};
