"use client";

import { useEffect, useState } from "react";

type Found = { id: string; title: string; url: string; language: string; answered?: boolean };

/** Milliseconds after the last key until it is asked what was said before. */
const PAUSE = 250;

/** What was already talked about, while a title is being typed. */
export function Similar({ field, community, title }: { field: string; community: string; title: string }) {
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    const input = document.getElementById(field) as HTMLInputElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: AbortController | undefined;
    const ask = async () => {
      asked?.abort();
      asked = new AbortController();
      const q = input.value.trim();
      if (q.length < 4) return setFound([]);
      const said = await fetch(`/api/similar?${new URLSearchParams({ q, community })}`, { signal: asked.signal }).then(
        (answer) => (answer.ok ? (answer.json() as Promise<{ items: Found[] }>) : null),
      ).catch(() => null); // asked again meanwhile, or no server: the title can be typed all the same
      if (said) setFound(said.items);
    };
    const typed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE);
    };
    input.addEventListener("input", typed);
    return () => {
      clearTimeout(timer);
      asked?.abort();
      input.removeEventListener("input", typed);
    };
  }, [field, community]);
  return (
    <div role="status" className="similar">
      {found.length > 0 && (
        <>
          <p className="lab">{title}</p>
          <ul>
            {found.map(({ id, title: said, url, language }) => (
              <li key={id}>
                <a href={url} lang={language} target="_blank" rel="noopener">
                  {said}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
