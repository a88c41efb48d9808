import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Element<More = object> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & More;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "text-expander": Element<{ keys: string; suffix?: string }>;
      "markdown-toolbar": Element<{ for: string }>;
      "md-bold": Element;
      "md-italic": Element;
      "md-link": Element;
      "md-quote": Element;
      "md-code": Element;
      "md-unordered-list": Element;
      "md-ordered-list": Element;
    }
  }
}
