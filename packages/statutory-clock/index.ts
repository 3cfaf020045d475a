// Due dates of information rights, with their working. Prompts and reminders, never legal advice. MIT.
export { clock, clockBy, type Clock } from './clock.ts';
export type { CivilDate } from './day.ts';
export { memberStates, memberStatesWithHolidays } from './eu-holidays.ts';
export type { Facts, Stretch, Wait } from './facts.ts';
export { notes, type NoteId } from './notes.ts';
export type { Step, Waiting } from './reckoning.ts';
export { regimes, type RegimeName } from './regimes.ts';
export { rules, type Rule, type RuleId } from './rules.ts';
export { ukHolidays, type HolidayTable, type Nation } from './uk-holidays.ts';
