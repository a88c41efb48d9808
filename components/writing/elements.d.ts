import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Custom<More = object> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & More;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "text-expander": Custom<{ keys: string; suffix?: string }>;
      "markdown-toolbar": Custom<{ for: string }>;
      "md-bold": Custom;
      "md-italic": Custom;
      "md-link": Custom;
      "md-quote": Custom;
      "md-code": Custom;
      "md-unordered-list": Custom;
    }
  }
}
