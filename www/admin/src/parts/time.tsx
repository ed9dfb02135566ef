import { ago, day, moment } from "../format";

/** Relative, with the absolute time of the shop's zone in the title. */
export function Time({ at }: { at: string }) {
  return <time dateTime={at} title={moment(at)} class="nowrap">{ago(at)}</time>;
}

/** The absolute time, for records that are read later. */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at} title={ago(at)}>{moment(at)}</time>;
}

export function Day({ at }: { at: string }) {
  return <time dateTime={at} title={moment(at)} class="nowrap">{day(at)}</time>;
}
