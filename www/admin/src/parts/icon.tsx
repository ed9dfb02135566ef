// Own icons, drawn on a grid of 16. With a label an icon speaks; without one it is decoration.
import "./icon.css";

const PATHS = {
  // an octagon with two bars: stopped, waiting
  held: "M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM6.4 5.6v4.8M9.6 5.6v4.8",
  marked: "M3.6 14.2V2.4M3.6 3h8.6l-2 2.9 2 2.9H3.6",
  not_checked: "M6.2 6.1a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.6-.9 1.2M8 11.4v.1M4.9 2.4A6.4 6.4 0 0 1 8 1.6M11.2 2.5a6.4 6.4 0 0 1 2.3 2.3M14.4 8a6.4 6.4 0 0 1-.9 3.2M11.2 13.5A6.4 6.4 0 0 1 8 14.4M4.8 13.5a6.4 6.4 0 0 1-2.3-2.3M1.6 8a6.4 6.4 0 0 1 .9-3.2",
  approved: "M14.2 8A6.2 6.2 0 1 1 8 1.8 6.2 6.2 0 0 1 14.2 8zM5.3 8.2l1.9 1.9 3.6-4",
  step: "M14.2 8A6.2 6.2 0 1 1 8 1.8 6.2 6.2 0 0 1 14.2 8z",
  today: "M2.4 3.4h11.2v10H2.4zM2.4 6.6h11.2M5.4 1.8v3M10.6 1.8v3",
  clock: "M14.2 8A6.2 6.2 0 1 1 8 1.8 6.2 6.2 0 0 1 14.2 8zM8 4.6V8l2.4 1.6",
  sleep: "M6.6 3.2h4.2l-4.2 5h4.2M2.4 8.8h3l-3 3.8h3M11.4 9.8h2.4l-2.4 3h2.4",
  lock: "M3.4 7.2h9.2v6.6H3.4zM5.2 7V5a2.8 2.8 0 0 1 5.6 0v2",
  note: "M2.4 2.4h11.2v8.2l-3 3H2.4zM5 6h6M5 9h3.4",
  refresh: "M13.6 8a5.6 5.6 0 1 1-1.7-4L13.6 5.6M13.6 2.2v3.4h-3.4",
  plus: "M8 3v10M3 8h10",
  close: "M4 4l8 8M12 4l-8 8",
  up: "M8 13V3.4M3.8 7.4 8 3.2l4.2 4.2",
  down: "M8 3v9.6M3.8 8.6 8 12.8l4.2-4.2",
  back: "M13 8H3.4M7.4 3.8 3.2 8l4.2 4.2",
  open: "M3 8h9.6M8.6 3.8 12.8 8l-4.2 4.2",
  chevron: "M6 3.6 10.4 8 6 12.4",
  system: "M2 3h12v8H2zM5.5 13.6h5M8 11v2.6",
  light: "M10.9 8A2.9 2.9 0 1 1 8 5.1 2.9 2.9 0 0 1 10.9 8zM8 1.4v1.2M8 13.4v1.2M1.4 8h1.2M13.4 8h1.2M3.3 3.3l.9.9M11.8 11.8l.9.9M12.7 3.3l-.9.9M4.2 11.8l-.9.9",
  dark: "M13.6 9.6A6 6 0 0 1 6.4 2.4a6 6 0 1 0 7.2 7.2z",
  out: "M6.4 2.4H3v11.2h3.4M10 4.8 13.2 8 10 11.2M13 8H6",
  trash: "M2.6 4.2h10.8M6.2 4V2.4h3.6V4M4 4.4l.6 9.2h6.8l.6-9.2M6.8 7v4M9.2 7v4",
  find: "M11.2 7A4.2 4.2 0 1 1 7 2.8 4.2 4.2 0 0 1 11.2 7zM10.1 10.1l3.5 3.5",
  keys: "M1.6 4h12.8v8H1.6zM4.2 6.6h.1M6.7 6.6h.1M9.2 6.6h.1M11.7 6.6h.1M5 9.4h6",
  warning: "M8 2 1.6 13.4h12.8zM8 6.4v3.4M8 11.6v.1",
  menu: "M2 4.2h12M2 8h12M2 11.8h12",
  order: "M3.4 1.8h9.2v12.4l-2.3-1.5-2.3 1.5-2.3-1.5-2.3 1.5zM5.8 5.2h4.4M5.8 8.2h4.4",
  list: "M8 1.8 13.4 4v4c0 3.2-2.2 5.3-5.4 6.2C4.8 13.3 2.6 11.2 2.6 8V4zM5.8 8h4.4",
  rules: "M2 4.4h6.4M12 4.4h2M2 11.6h2M8 11.6h6M10.2 2.6v3.6M6 9.8v3.6",
  contact: "M8 7.6A2.8 2.8 0 1 0 8 2a2.8 2.8 0 0 0 0 5.6zM2.6 14c.5-2.6 2.6-4.2 5.4-4.2s4.9 1.6 5.4 4.2",
  customers: "M6 7.4A2.4 2.4 0 1 0 6 2.6a2.4 2.4 0 0 0 0 4.8zM1.4 13.4C1.7 11.2 3.4 9.8 6 9.8s4.3 1.4 4.6 3.6M10.4 2.8a2.3 2.3 0 0 1 0 4.4M11.8 10c1.6.4 2.6 1.6 2.8 3.4",
  settings: "M8 1.6 13.6 4.8v6.4L8 14.4 2.4 11.2V4.8zM10.4 8A2.4 2.4 0 1 1 8 5.6 2.4 2.4 0 0 1 10.4 8z",
  install: "M8 2v7.4M4.8 6.4 8 9.6l3.2-3.2M2.4 10.8v2.8h11.2v-2.8",
  edit: "M10.6 2.8 13.2 5.4 5.6 13H3v-2.6zM9 4.4 11.6 7",
  copy: "M5.6 5.6h8v8h-8zM10.4 5.6V2.4h-8v8h3.2",
  mail: "M1.8 3.4h12.4v9.2H1.8zM2 4l6 4.8L14 4",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg
      class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" })}
    >
      {label && <title>{label}</title>}
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The product's mark: a gate, and a tick that has passed it. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect width="24" height="24" rx="6" />
      <path d="M8.6 5.8H5.8v12.4h2.8M15.4 5.8h2.8v12.4h-2.8M9.2 12.1l2 2.1 3.7-4.4" />
    </svg>
  );
}
