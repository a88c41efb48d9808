type Item = { title: string; where?: string | null; lang?: string; url?: string; taste?: { name: string; value: string } };
type Answer = { groups: { label: string; items: Item[] }[]; said: string; words?: { title: string; hint: string; close: string } };

/** Milliseconds without a key after which is asked. */
const PAUSE = 120;
let count = 0;

const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, about: Record<string, string>, ...inside: (Node | string)[]) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(about)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
};

export const ask = async (q: string, palette: boolean, signal: AbortSignal): Promise<Answer | null> => {
  const answer = await fetch(`/api/suggest?${new URLSearchParams({ q, ...(palette && { palette: "" }) })}`, { signal });
  return answer.ok ? ((await answer.json()) as Answer) : null;
};

/** A choice of one's own is sent as a form, so that the page comes again as chosen. */
const choose = ({ name, value }: { name: string; value: string }) => {
  const form = make("form", { method: "post", action: "/api/taste", hidden: "" }, make("input", { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
};

const option = (id: string, { title, where, lang, url, taste }: Item) => {
  const line = make("a", { role: "option", id, tabindex: "-1", "aria-selected": "false", ...(url && { href: url }) }, make("span", lang ? { lang } : {}, title));
  if (where) line.append(make("small", {}, where));
  if (taste) line.addEventListener("click", () => choose(taste));
  return line;
};

const group = (id: string, place: number, { label, items }: Answer["groups"][number]) =>
  make("div", { role: "group", "aria-labelledby": `${id}-g${place}` }, make("div", { class: "label", id: `${id}-g${place}`, role: "presentation" }, label), ...items.map((item, nth) => option(`${id}-${place}-${nth}`, item)));

/**
 * Makes an input a combobox with a list of suggestions (WAI-ARIA): the focus stays in the input, arrows go through the list, Enter takes what is marked or
 * else does what the input's form does, Escape folds the list. `always` keeps it unfolded, as in the palette. Returns how to ask anew.
 */
export const combobox = (input: HTMLInputElement, { palette = false, done }: { palette?: boolean; done: () => void }) => {
  const id = `suggest-${++count}`;
  const list = make("div", { role: "listbox", id, class: "suggest", "aria-label": input.labels?.[0]?.textContent ?? input.getAttribute("aria-label") ?? "" });
  const status = make("div", { role: "status", class: "vh" });
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" })) input.setAttribute(key, value);
  list.hidden = true;
  input.after(list, status);
  let [asked, timer, marked] = [new AbortController(), 0, -1];
  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];

  const mark = (place: number) => {
    marked = place;
    for (const [nth, one] of options().entries()) {
      one.setAttribute("aria-selected", String(nth === place));
      if (nth === place) one.scrollIntoView({ block: "nearest" });
    }
    const id = options()[place]?.id;
    if (id) input.setAttribute("aria-activedescendant", id);
    else input.removeAttribute("aria-activedescendant");
  };
  const fold = () => {
    asked.abort();
    clearTimeout(timer);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    status.textContent = "";
    mark(-1);
  };
  const show = (answer: Answer | null) => {
    const groups = answer?.groups ?? [];
    list.replaceChildren(...groups.map((one, place) => group(id, place, one)));
    list.hidden = groups.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = answer?.said ?? "";
    mark(palette && groups.length > 0 ? 0 : -1);
  };
  const look = () => {
    asked.abort();
    asked = new AbortController();
    clearTimeout(timer);
    const q = input.value.trim();
    if (!q && !palette) return fold();
    const { signal } = asked;
    timer = window.setTimeout(() => void ask(q, palette, signal).then((answer) => signal.aborted || show(answer), () => undefined), PAUSE);
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const all = options();
    if (event.key === "Escape" && !list.hidden && !palette) {
      event.preventDefault(); // the list goes first, what was typed stays
      fold();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length > 0 && !list.hidden) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark(((marked + 1 + step + all.length + 1) % (all.length + 1)) - 1);
    } else if (event.key === "Enter" && !list.hidden && all[marked]) {
      event.preventDefault();
      all[marked]?.click();
    }
  };
  input.addEventListener("input", look);
  input.addEventListener("keydown", press);
  input.addEventListener("blur", () => palette || fold());
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the input
  list.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[role=option]")) {
      fold();
      done();
    }
  });
  input.form?.addEventListener("submit", fold);
  return { show, look };
};

const known = new WeakSet<HTMLInputElement>();

/** Suggestions in a search box of a page, from the first time it is gone to. */
export const suggestIn = (input: HTMLInputElement) => {
  if (known.has(input)) return;
  known.add(input);
  const { look } = combobox(input, {
    done: () => {
      input.value = "";
      input.blur();
    },
  });
  if (input.value !== input.defaultValue) look();
};
