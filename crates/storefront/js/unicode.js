// What every browser knows of Unicode, so that the engine need not bring its own tables.
export const normalised = (text, form) => (form ? text.normalize(form) : text.toLowerCase());
export const isMark = (character) => /^\p{M}$/u.test(character);
export const isAlphanumeric = (character) => /^[\p{Alphabetic}\p{N}]$/u.test(character);
