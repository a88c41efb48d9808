import { expect, test } from "vitest";
import { detectLanguage } from "@/lib/platform/text/language";

test.each([
  ["en", "How do I print a borrower's card?"],
  ["en", "We met yesterday and decided to keep the old scanner until spring."],
  ["es", "¿Cómo imprimo el carné de un lector?"],
  ["es", "Mañana no hay reunión"],
  ["sv", "Hur skriver jag ut ett lånekort?"],
  ["sv", "Vad händer med det gamla systemet?"],
  ["pl", "Jak wydrukować kartę czytelnika?"],
  ["pl", "Nowa drukarka w filii, kto ją ustawi?"],
  ["ru", "Как распечатать читательский билет?"],
  ["ru", "Завтра автобус не поедет, мост закрыт на ремонт."],
])("%s: %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each([
  ["nothing", ""],
  ["a word", "Hello"],
  ["two words", "Nie wiem"],
  ["letters at random", "asdf qwer zxcv uiop"],
  ["numbers and addresses", "https://a.example/how-do-i-print 10 420 anna@library.example /srv/data/how/do/i"],
  ["German", "Das ist ein deutscher Satz über Bibliotheken und Bücher."],
  ["French", "Ceci est une phrase en français à propos des livres."],
  ["Norwegian", "Dette er en norsk setning om bøker og bibliotek."],
  ["Ukrainian", "Добрий день, як справи? Чи є у нас бібліотека?"],
])("%s is not judged", (_, text) => {
  expect(detectLanguage(text)).toBeNull();
});

test("an address in a text does not change its language", () => {
  expect(detectLanguage("Var ligger den? Jag hittade https://how-do-i.example/find/the/right/page/about/that bara.")).toBe("sv");
});
