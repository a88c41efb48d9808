type Settings = {
  nonce: string;
  /** Development evaluates strings, to show the server's stacks in the browser, and its overlay brings styles without a nonce. */
  development?: boolean;
  /** Where the sign-in form may lead on to: a browser holds `form-action` against redirects too. */
  issuer?: string | undefined;
};

/**
 * The Content-Security-Policy of every reply: scripts only with this reply's nonce, and what those load; styles of ours;
 * nothing framed, nothing from elsewhere. `style=` on an element stays allowed, since React writes it on the server.
 * `upgrade-insecure-requests` is left out on purpose: a portal on http inside a house must work.
 */
export const contentPolicy = ({ nonce, development = false, issuer }: Settings) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${issuer && URL.canParse(issuer) ? ` ${new URL(issuer).origin}` : ""}`,
    "frame-ancestors 'none'",
  ].join("; ");

/** The policy of what people have sent, should a browser ever show it as a page: it may nothing, and has no origin. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
