export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An address that stands alone in its paragraph: what the mail wants its reader to open. */
const isAddress = (text: string) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
const linked = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}])/)
    .map((piece, at) => (at % 2 && URL.canParse(piece) ? `<a href="${escaped(piece)}" style="color:#1c5a7d">${escaped(piece)}</a>` : escaped(piece)))
    .join("");

const paragraph = (text: string, last: boolean) => {
  if (isAddress(text)) return `<p style="margin:24px 0;padding:14px 18px;background:#e4eef3;border-radius:4px;overflow-wrap:anywhere">${linked(text)}</p>`;
  return `<p style="margin:0 0 16px${last ? ";padding-top:16px;border-top:1px solid #ddd8ce;color:#5f5a52;font-size:14px" : ""}">${linked(text).replaceAll("\n", "<br>")}</p>`;
};

/**
 * The HTML of a mail, made from its text: paragraphs apart by an empty line, an address alone in one stands out, the last is
 * the signature. Without pictures or anything else to be fetched, so that nobody learns who has opened it.
 */
export const letter = (text: string, { locale, subject }: { locale?: string | undefined; subject: string }) => {
  const paragraphs = text.trim().split(/\n{2,}/);
  const lang = locale && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(locale) ? ` lang="${locale}"` : "";
  return [
    `<!doctype html><html${lang}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;background:#faf8f3;color:#2c2621;font:16px/1.55 Georgia,serif"><div style="max-width:34em;margin:0 auto;padding:32px 20px">`,
    ...paragraphs.map((one, at) => paragraph(one, at > 0 && at === paragraphs.length - 1)),
    `</div></body></html>`,
  ].join("\n");
};
