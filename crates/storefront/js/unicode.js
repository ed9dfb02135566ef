// What every browser knows of Unicode, so that the engine need not bring its own tables.
export const normalised = (text, form) => text.normalize(form);
export const lower = (text) => text.toLowerCase();
export const isMark = (character) => /^\p{M}$/u.test(character);
export const isAlphanumeric = (character) => /^[\p{Alphabetic}\p{N}]$/u.test(character);
