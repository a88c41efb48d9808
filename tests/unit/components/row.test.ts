import type { Route } from "next";
import { createElement as h } from "react";
import { expect, test } from "vitest";
import { PageHead } from "@/components/ui/page-head";
import { Row, Tags } from "@/components/ui/rows";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { render } from "./render";

const to = (path: string) => path as Route;

test("an unread row says so in words, not only by weight and a square", async () => {
  const html = await render(h(Row, { href: to("/d/1"), title: "Printers", isNew: true }), "es");
  expect(html).toContain('class="row plain new"');
  expect(html).toContain('<span class="vh">Nuevo: </span>');
});

test("a title in another language than the page carries it", async () => {
  expect(await render(h(Row, { href: to("/d/1"), title: "Czytnik", lang: "pl" }))).toContain('<a href="/d/1" lang="pl">Czytnik</a>');
});

test("an accepted answer has a tick and the words", async () => {
  const html = await render(h(Row, { href: to("/d/1"), title: "Phone", tally: { n: 6, word: "accepted", tone: "ok", spoken: "answers, one " } }));
  expect(html).toMatch(/<p class="row-n ok"><b><svg.*<\/svg>6<\/b><span class="vh">answers, one <\/span><span class="w">accepted<\/span>/);
});

test("a row of a list costs few elements", async () => {
  const row = h(Row, {
    href: to("/d/1"),
    title: "Phone",
    tally: { n: 6, word: "answers" },
    meta: h(Tags, { list: [{ name: "e-loans", href: to("/t/e-loans") }] }),
    last: h(Time, { at: "2026-11-24T08:03:00Z" }),
  });
  expect((await render(row)).match(/<[a-z]/g)?.length).toBeLessThanOrEqual(13);
});

test("a time reads as how long ago, and holds the moment for programs and for those who point at it", async () => {
  const html = await render(h(Time, { at: "2026-11-24T08:03:00Z" }), "ru");
  expect(html).toBe('<time dateTime="2026-11-24T08:03:00.000Z" title="24 ноября 2026 г. в 08:03">3 часа назад</time>');
});

test("a page has one title; where it stands is above it, as the way back", async () => {
  const html = await render(h(PageHead, { title: "Phone", crumbs: [{ label: "Communities", href: to("/communities") }], deck: "How we help" }), "sv");
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<nav class="kicker" aria-label="Du är här"><a href="/communities">Communities</a></nav>');
});

test("of the pages of one thing the present one is marked", async () => {
  const html = await render(h(Tabs, { label: "Community", list: [{ href: to("/a"), label: "Discussions", count: 214, current: true }, { href: to("/b"), label: "Members" }] }));
  expect(html).toContain('<a href="/a" aria-current="page">Discussions <span>214</span></a><a href="/b">Members</a>');
});
