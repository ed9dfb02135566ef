// The name a reviewer works under: cases are assigned to it and holds are locked by it. It is the session's.
import { computed } from "@preact/signals";
import { session } from "./session";

export const me = computed(() => session.value?.user.name ?? null);

/** Does something under the reviewer's name. */
export function asMe(act: (name: string) => void): void {
  if (me.value) act(me.value);
}
