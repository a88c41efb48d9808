import { expect, test } from "vitest";
import { letter } from "@/lib/platform/mail/letter";

const body = (text: string) => letter(text, { locale: "sv", subject: "Hej" }).replace(/ style="[^"]*"/g, "");

test("each paragraph is one, in the language of the mail", () => {
  const out = body("Hej Åsa!\n\nEn rad\noch en till.\n\nStepwell på Stadsbiblioteket");
  expect(out).toContain('<html lang="sv">');
  expect(out).toContain("<p>Hej Åsa!</p>\n<p>En rad<br>och en till.</p>\n<p>Stepwell på Stadsbiblioteket</p>");
});

test("addresses can be followed, alone or in a sentence, without the sentence's point", () => {
  expect(body("https://a.example/reset/abc-_1")).toContain('<p><a href="https://a.example/reset/abc-_1">https://a.example/reset/abc-_1</a></p>');
  expect(body("See (https://a.example/x?a=1&b=2).")).toContain('See (<a href="https://a.example/x?a=1&#38;b=2">https://a.example/x?a=1&#38;b=2</a>).');
});

test.each(['<img src=x onerror="y">', 'https://a.example/"onclick="x', "javascript:alert(1)", "</p></body><script>"])("%s, as somebody's name, stays text", (name) => {
  const out = letter(`Hello ${name},\n\n${name}`, { subject: name });
  expect(out.match(/<(img|script)|(?:onclick|onerror)="|href="javascript/)).toBeNull();
  expect(out.match(/<\/body>/g)).toHaveLength(1);
});

test("nothing is fetched when the mail is opened", () => {
  expect(letter("Hello\n\nhttps://a.example/", { subject: "x" })).not.toMatch(/<(img|link|style|script|iframe)|url\(|@import/);
});

test("a language that is none is not written", () => {
  expect(letter("x", { locale: 'sv"><script>', subject: "x" })).toContain("<html>");
});
