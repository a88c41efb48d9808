import { expect, test } from "vitest";
import { stemsIn, stemsOf } from "@/lib/platform/text/polish";

/** Whether two words have a stem in common. */
const meet = (one: string, other: string) => stemsOf(one).some((stem) => stemsOf(other).includes(stem));

test.each([
  ["wspólnota", "wspólnoty wspólnocie wspólnotę wspólnot wspólnotami wspolnota wspolnoty wspolnocie"],
  ["biblioteka", "bibliotece biblioteki bibliotek bibliotekach bibliotekę biblioteką"],
  ["pracownik", "pracownicy pracownika pracowników pracownikami"],
  ["faktura", "faktury fakturze faktur fakturami"],
  ["komputer", "komputera komputerze komputery komputerów"],
  ["uszczelka", "uszczelki uszczelek uszczelkę"],
  ["szkolenie", "szkolenia szkoleń szkoleniach szkoleniu"],
  ["sposób", "sposobu sposoby"],
  ["usługa", "usłudze usługi usług uslugi"],
  ["nowy", "nowa nowego nowych nowym"],
])("%s is found by its forms, with accents and without", (word, forms) => {
  for (const form of forms.split(" ")) expect([form, meet(word, form)]).toEqual([form, true]);
});

test("words that are other words stay apart", () => {
  for (const [one, other] of [["praca", "prawo"], ["nota", "noc"], ["kot", "kod"], ["mapa", "mama"]] as const) expect([one, other, meet(one, other)]).toEqual([one, other, false]);
});

test("what is no word of Polish has no stems", () => {
  for (const one of ["", "a", "книга", "12", "e-mail", "😀", "x".repeat(60)]) expect([one, stemsOf(one)]).toEqual([one, []]);
});

test("a text's words are known without their accents, each once, with the stems of both spellings", () => {
  const known = stemsIn(["Robić, ROBIĆ albo robic?", "Łódź"]);
  expect([...known.keys()].sort()).toEqual(["albo", "lodz", "robic"]);
  expect(known.get("robic")).toEqual([...new Set([...stemsOf("robić"), ...stemsOf("robic")])].sort());
});
