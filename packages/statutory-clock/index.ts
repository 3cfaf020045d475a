// Due dates of information rights, with their working. Prompts and reminders, never legal advice. MIT.
export { clock, clockBy, type Clock } from './clock.ts';
export { isCivilDate, type CivilDate } from './day.ts';
export { memberStates, memberStatesWithHolidays } from './eu-holidays.ts';
export type { Facts, Stretch, Wait } from './facts.ts';
export { notes, type NoteId } from './notes.ts';
export type { Step, Waiting } from './reckoning.ts';
export { regimes, type RegimeName } from './regimes.ts';
export { rules, type Rule, type RuleId } from './rules.ts';
export { ukHolidays, type HolidayTable, type Nation } from './uk-holidays.ts';
export { answerRow, type AnswerRow } from './answer-row.ts';
export { readFacts, type FactsFile, type Fault } from './read-facts.ts';
export { movesBetween, type Move } from './moves.ts';
export { readHolidays } from './read-holidays.ts';
export { standingOn, type Standing } from './standing.ts';
export { explain, languages, type Language } from './explain.ts';
export { calendarOf, type CalendarEntry, type CalendarOf } from './ics.ts';
export { pickRegime, picks, type Asked, type Pick, type PickId } from './pick.ts';
export { placesIn, type Places } from './json-places.ts';
