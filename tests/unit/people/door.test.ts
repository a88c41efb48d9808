import { expect, test } from "vitest";
import { deviceOf, refusedBy, wayBack } from "@/lib/people/sessions/rules";

test.each(["/communities/a?x=1#b", "/people/ada", "/", "/settings/sign-in"])("the way back to %s is kept", (path) => {
  expect(wayBack(path)).toBe(path);
});

test.each([
  undefined, null, "", "communities", "//evil.example", "/\\evil.example", "/\t/evil.example", "/.//evil.example", "/a/..//evil.example", "https://evil.example/", "javascript:alert(1)",
  "/sign-in?from=/x", "/setup", "/api/auth/signout",
])("the way back never leads to %s", (path) => {
  expect(wayBack(path)).toBe("/");
});

test.each([
  [undefined, null],
  ["CredentialsSignin", "wrong"],
  ["refused", "wrong"],
  ["identity-unknown", "identity-unknown"],
  ["OAuthCallback", "provider-failed"],
  ["<script>", "provider-failed"],
])("an address that says %s has a sentence", (said, why) => {
  expect(refusedBy(said)).toBe(why);
});

test.each([
  ["Mozilla/5.0 (X11; Linux x64; rv:140.0) Gecko/20100101 Firefox/140.0", { browser: "Firefox", system: "Linux" }],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", { browser: "Edge", system: "Windows" }],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1", { browser: "Safari", system: "iPhone" }],
  ["curl/8.0", null],
])("a session is known by browser and system: %s", (agent, device) => {
  expect(deviceOf(agent)).toEqual(device);
});
