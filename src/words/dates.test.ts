import { expect, test } from 'vitest';
import { sentenceOfDay, sentenceOfInstant } from '#words/dates';

test.each`
	instant                   | zone                     | locale  | sentence
	${'2024-03-11T12:00:00Z'} | ${'Europe/London'}       | ${'en'} | ${'12 noon UK time, Monday 11 March 2024'}
	${'2024-03-11T12:00:00Z'} | ${'Europe/London'}       | ${'cy'} | ${'12 hanner dydd amser y DU, dydd Llun 11 Mawrth 2024'}
	${'2024-02-13T00:00:00Z'} | ${'Europe/London'}       | ${'en'} | ${'midnight UK time, at the start of Tuesday 13 February 2024'}
	${'2024-07-01T16:30:00Z'} | ${'Europe/London'}       | ${'en'} | ${'5:30pm UK time, Monday 1 July 2024'}
	${'2024-07-01T08:05:00Z'} | ${'Europe/London'}       | ${'cy'} | ${'9:05yb amser y DU, dydd Llun 1 Gorffennaf 2024'}
	${'2024-07-01T14:30:00Z'} | ${'Asia/Kathmandu'}      | ${'es'} | ${'lunes, 1 de julio de 2024, 20:15 (hora de Nepal)'}
	${'2024-07-01T14:30:00Z'} | ${'Asia/Kathmandu'}      | ${'fr'} | ${'lundi 1er juillet 2024 à 20:15, heure du Népal'}
	${'2024-03-11T16:00:00Z'} | ${'America/New_York'}    | ${'en'} | ${'12 noon Eastern time, Monday 11 March 2024'}
	${'2024-03-11T06:15:00Z'} | ${'Asia/Kathmandu'}      | ${'en'} | ${'12 noon Nepal time, Monday 11 March 2024'}
	${'2024-03-11T06:15:00Z'} | ${'Asia/Kathmandu'}      | ${'cy'} | ${'12 hanner dydd amser Nepal, dydd Llun 11 Mawrth 2024'}
	${'2024-03-11T01:00:00Z'} | ${'Australia/Lord_Howe'} | ${'en'} | ${'12 noon Lord Howe time, Monday 11 March 2024'}
	${'2024-03-11T12:00:00Z'} | ${'UTC'}                 | ${'en'} | ${'12 noon UTC, Monday 11 March 2024'}
	${'2026-10-25T00:30:00Z'} | ${'Europe/London'}       | ${'en'} | ${'1:30am UK time (British Summer Time), Sunday 25 October 2026'}
	${'2026-10-25T01:30:00Z'} | ${'Europe/London'}       | ${'en'} | ${'1:30am UK time (Greenwich Mean Time), Sunday 25 October 2026'}
`('$instant in $zone is "$sentence"', ({ instant, zone, locale, sentence }) => {
	expect(sentenceOfInstant(new Date(instant as string), zone as string, locale as 'en')).toBe(sentence);
});

test('a civil date is the same day wherever it is read', () => {
	expect(sentenceOfDay('2024-03-29', 'en')).toBe('Friday 29 March 2024');
	expect(sentenceOfDay('2024-03-29', 'cy')).toBe('dydd Gwener 29 Mawrth 2024');
	expect(sentenceOfDay('2024-03-29', 'es')).toBe('viernes, 29 de marzo de 2024');
	expect(sentenceOfDay('2024-03-01', 'fr')).toBe('vendredi 1er mars 2024');
	expect(sentenceOfDay('2024-03-29', 'ar')).toBe('الجمعة، 29 مارس 2024');
});
