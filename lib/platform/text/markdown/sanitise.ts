import sanitizeHtml from "sanitize-html";
import { fileId, isAllowedAddress } from "./parser";

const rel = "nofollow ugc noopener";

/** The second lock: whatever the parser made, only these elements and attributes leave the house. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ..."p br hr h3 h4 h5 h6 strong em s code pre blockquote ul ol li a img".split(" "),
    ..."table thead tbody tr th td".split(" "),
  ],
  allowedAttributes: { a: ["href", "rel"], img: ["src", "alt", "width", "height", "loading"], ol: ["start"], th: ["align"], td: ["align"], code: ["class"] },
  allowedClasses: { code: [/^language-[\w.+#-]{1,30}$/] },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesAppliedToAttributes: ["href", "src"],
  allowProtocolRelative: false,
  enforceHtmlBoundary: false,
  nestingLimit: 100,
  transformTags: {
    a: (tagName, { href = "" }) => ({ tagName, attribs: isAllowedAddress(href) ? { href, rel } : ({} as sanitizeHtml.Attributes) }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !fileId(attribs.src ?? ""),
};

export const sanitise = (html: string) => sanitizeHtml(html, allowed);
