import type { ReactNode } from "react";

/* Drawn on a grid of 20 with a line of 1.5, one hand for all. */
const drawings = {
  home: <><path d="M3.5 9 10 3.8 16.5 9v7.7h-13z" /><path d="M8 16.7v-4.5h4v4.5" /></>,
  communities: <><circle cx="7.4" cy="10" r="4.6" /><circle cx="12.6" cy="10" r="4.6" /></>,
  lessons: <><path d="M4.5 3.5h11v13h-11z" /><path d="M7.5 3.5v13M10 7h3M10 9.8h3" /></>,
  practices: <><circle cx="10" cy="10" r="6.7" /><path d="m7 10.2 2.1 2.1 4-4.4" /></>,
  methods: <path d="M10 3.2 4 16.6M10 3.2l6 13.4M6.2 11.8c2.4 1.2 5.2 1.2 7.6 0" />,
  mentoring: <><circle cx="7" cy="6.3" r="2.6" /><path d="M2.6 16.5c0-3.3 1.7-5.3 4.4-5.3s4.4 2 4.4 5.3" /><circle cx="13.8" cy="8.6" r="2" /><path d="M13.3 12.6c2.5-.4 4.3 1.2 4.3 3.9" /></>,
  maturity: <path d="M2.5 16.5h4.2v-4h4v-4h4v-4h2.8" />,
  people: <><circle cx="10" cy="6.5" r="3" /><path d="M4.2 16.8c0-3.7 2.2-5.7 5.8-5.7s5.8 2 5.8 5.7" /></>,
  groups: <><circle cx="10" cy="4.8" r="2" /><circle cx="4.8" cy="14.5" r="2" /><circle cx="15.2" cy="14.5" r="2" /><path d="m9 6.7-3.2 6M11 6.7l3.2 6M6.9 14.5h6.2" /></>,
  strategy: <path d="M5 17V3.5h10l-2.6 3.3 2.6 3.3H5" />,
  admin: <><path d="M3.5 16.5v-9L10 3.5l6.5 4v9" /><path d="M3 16.5h14M7 16.5v-6M10 16.5v-6M13 16.5v-6" /></>,
  search: <><circle cx="8.8" cy="8.8" r="5" /><path d="m12.6 12.6 4 4" /></>,
  bell: <path d="M4.8 14h10.4L13.9 12V8.6a3.9 3.9 0 0 0-7.8 0V12zM8.6 16.6h2.8" />,
  settings: <><path d="M3 6h8M15 6h2M3 14h2M9 14h8" /><circle cx="13" cy="6" r="2" /><circle cx="7" cy="14" r="2" /></>,
  check: <path d="m4 10.5 4 4 8-9" />,
  bookmark: <path d="M6 3.5h8v13l-4-3.2-4 3.2z" />,
  link: <path d="M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1" />,
  reply: <path d="M8 4.5 3.5 9 8 13.5M4 9h7.5c3 0 4.7 1.9 4.7 5v1.5" />,
  plus: <path d="M10 4v12M4 10h12" />,
  list: <path d="M7.5 5.5h9M7.5 10h9M7.5 14.5h9M3.6 5.5h.1M3.6 10h.1M3.6 14.5h.1" />,
  quote: <path d="M4 15.5V4.5M7.5 6.5h9M7.5 10h9M7.5 13.5h6" />,
  code: <path d="m7 6-4 4 4 4M13 6l4 4-4 4" />,
  picture: <><path d="M3.5 4.5h13v11h-13z" /><path d="m3.5 13 4-4 3.5 3.5 2.5-2 3 2.5" /></>,
  mention: <><circle cx="10" cy="10" r="2.8" /><path d="M12.8 7.2v3.6c0 2.2 3.5 2.2 3.5-.8a6.3 6.3 0 1 0-2.5 5" /></>,
  more: <path d="M4 6h12M4 10h12M4 14h12" />,
  dots: <path d="M4.5 10h.1M10 10h.1M15.5 10h.1" strokeWidth="2.4" />,
  lock: <path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9" />,
  warn: <path d="M10 3.5 17 16H3zM10 8v3.8M10 13.9v.1" />,
  print: <path d="M6 7.5v-4h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z" />,
  download: <path d="M10 3.5v9M6.3 9 10 12.7 13.7 9M4 16.5h12" />,
  upload: <path d="M10 12.7v-9M6.3 7.2 10 3.5l3.7 3.7M4 16.5h12" />,
  pin: <path d="M7 3.5h6M8 3.5v5l-2.5 3h9L12 8.5v-5M10 11.5v5" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  down: <path d="m5 7.5 5 5 5-5" />,
  next: <path d="m7.5 5 5 5-5 5" />,
  edit: <path d="m4 16 .8-3.4 8.5-8.5 2.6 2.6-8.5 8.5zM11.5 5.9l2.6 2.6" />,
  delete: <path d="M4 6h12M8 6V3.8h4V6M5.5 6l.7 10.5h7.6L14.5 6M8.6 9v4.7M11.4 9v4.7" />,
  flag: <path d="M5 17V3.5h9l-1.5 3 1.5 3H5" />,
  move: <path d="M3.5 10h12M11.5 6l4 4-4 4M3.5 4.5v11" />,
  merge: <path d="M4 4.5c0 4 6 3.5 6 8v4M16 4.5c0 4-6 3.5-6 8M7.3 13.8 10 16.5l2.7-2.7" />,
  history: <><path d="M4 10a6.3 6.3 0 1 0 2-4.6L4 7.3" /><path d="M4 3.8v3.5h3.5M10 6.8V10l2.3 1.8" /></>,
  calendar: <path d="M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3.3v3M13 3.3v3" />,
  tag: <><path d="M3.5 3.5h6.2l7 7-6.2 6.2-7-7z" /><path d="M6.8 6.8h.1" strokeWidth="2.2" /></>,
  mail: <path d="M3 5h14v10.5H3zM3.2 5.5 10 11l6.8-5.5" />,
  globe: <><circle cx="10" cy="10" r="6.7" /><path d="M3.3 10h13.4M10 3.3c4 4 4 9.4 0 13.4-4-4-4-9.4 0-13.4" /></>,
  leave: <path d="M11.5 3.5h-7v13h7M8.5 10h8M13.2 6.7 16.5 10l-3.3 3.3" />,
  eye: <><path d="M2.5 10c3.5-6 11.5-6 15 0-3.5 6-11.5 6-15 0z" /><circle cx="10" cy="10" r="2.4" /></>,
  archive: <path d="M3.5 4h13v3.5h-13zM4.8 7.5v9h10.4v-9M8 10.5h4" />,
  clip: <path d="m15.5 9-5.8 5.8a3.3 3.3 0 0 1-4.7-4.7l6.3-6.3a2.2 2.2 0 0 1 3.1 3.1l-6.2 6.2a1.1 1.1 0 0 1-1.6-1.6l5.3-5.2" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A drawing beside words that say the same: hidden from those who listen. An icon alone needs a label on its button. */
export function Icon({ name, small, className }: { name: IconName; small?: boolean; className?: string }) {
  return (
    <svg className={["i", small && "s", className].filter(Boolean).join(" ")} viewBox="0 0 20 20" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
