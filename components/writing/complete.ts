type Person = { handle: string; name: string; unit: string | null };
type Change = CustomEvent<{ key: string; text: string; provide: (result: Promise<{ matched: boolean; fragment?: HTMLElement }>) => void }>;
type Value = CustomEvent<{ item: HTMLElement; value: string | null }>;

const option = ({ handle, name, unit }: Person, place: number) => {
  const row = document.createElement("li");
  row.setAttribute("role", "option");
  row.id = `mention-${place}`;
  row.dataset.value = handle;
  const words = document.createElement("div");
  words.textContent = name;
  const where = document.createElement("span");
  where.textContent = unit ? `@${handle}, ${unit}` : `@${handle}`;
  words.append(where);
  row.append(words);
  return row;
};

/** Completes people after `@`, among those who would see the text. Arrows, Enter and Escape work in the list; returns how to stop. */
export const complete = (expander: Element | null, community: string | undefined, words: { people: string }) => {
  let asked: AbortController | undefined;
  const list = async (text: string) => {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams({ q: text, ...(community && { community }) });
    const { items } = await fetch(`/api/mentions?${query}`, { signal: asked.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ items: Person[] }>) : { items: [] }))
      .catch(() => ({ items: [] as Person[] }));
    const fragment = document.createElement("ul");
    fragment.className = "ment";
    fragment.setAttribute("role", "listbox");
    fragment.setAttribute("aria-label", words.people);
    fragment.append(...items.map(option));
    return { matched: items.length > 0, fragment };
  };
  const change = (event: Event) => (event as Change).detail.provide(list((event as Change).detail.text));
  const value = (event: Event) => {
    const { detail } = event as Value;
    detail.value = `@${detail.item.dataset.value ?? ""} `;
  };
  expander?.addEventListener("text-expander-change", change);
  expander?.addEventListener("text-expander-value", value);
  return () => {
    expander?.removeEventListener("text-expander-change", change);
    expander?.removeEventListener("text-expander-value", value);
  };
};
