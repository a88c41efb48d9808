"use client";

import { type RefObject, useEffect, useState } from "react";
import type { SimilarCommunity } from "@/lib/communities/clarity/queries";
import { type Advice, advise, type Topic } from "@/lib/communities/clarity/rules";

/** Milliseconds after the last key until what was typed is looked at. */
const PAUSE = 400;
const order = ["name", "domain", "inScope", "outOfScope", "sampleQuestions", "intendedMembers"];
const about: Record<Advice["what"], string> = {
  "general-name": "name",
  "short-domain": "domain",
  "catch-all": "inScope",
  "no-in-scope": "inScope",
  "no-out-of-scope": "outOfScope",
  "few-questions": "sampleQuestions",
};

const read = (form: HTMLFormElement): Topic => {
  const said = new FormData(form);
  const text = (name: string) => String(said.get(name) ?? "");
  return { name: text("name"), domain: text("domain"), inScope: text("inScope"), outOfScope: text("outOfScope"), sampleQuestions: text("sampleQuestions").split("\n") };
};

/**
 * Looks over the shoulder of who writes a charter: what is too general or missing, by the field, and no earlier than the field
 * after it was touched; and which communities are about something alike.
 */
export const useTopic = (form: RefObject<HTMLFormElement | null>) => {
  const [advice, setAdvice] = useState<Record<string, Advice[]>>({});
  const [similar, setSimilar] = useState<SimilarCommunity[]>([]);
  useEffect(() => {
    const element = form.current;
    let [furthest, named] = [-1, ""];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: AbortController | undefined;
    const look = async (topic: Topic) => {
      const due = advise(topic).filter((one) => order.indexOf(about[one.what]) < furthest);
      setAdvice(Object.groupBy(due, (one) => about[one.what]) as Record<string, Advice[]>);
      const query = new URLSearchParams({ name: topic.name, domain: topic.domain }).toString();
      if (query === named) return;
      named = query;
      asked?.abort();
      asked = new AbortController();
      const found = await fetch(`/api/communities/similar?${query}`, { signal: asked.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<{ items: SimilarCommunity[] }>) : null))
        .catch(() => null); // asked again meanwhile, or the page was left
      if (found) setSimilar(found.items);
    };
    const typed = (event: Event) => {
      const name = (event.target as HTMLInputElement).name;
      furthest = Math.max(furthest, order.indexOf(name), order.includes(name) ? -1 : order.length);
      clearTimeout(timer);
      timer = setTimeout(() => element && void look(read(element)), PAUSE);
    };
    element?.addEventListener("input", typed);
    element?.addEventListener("focusin", typed);
    return () => {
      clearTimeout(timer);
      asked?.abort();
      element?.removeEventListener("input", typed);
      element?.removeEventListener("focusin", typed);
    };
  }, [form]);
  return { advice, similar };
};
