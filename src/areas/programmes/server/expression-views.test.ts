import { describe, expect, test } from 'vitest';
import { aCall } from '../../../../tests/call-world.ts';
import { filledIn, save, sent } from '../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';
import { expressionFor, type Surface } from './expression-views.ts';
import { findExpressionById } from './expression.sql.ts';
import { readWhole, type Reader } from './whole.ts';

const staff: Reader = { is: 'staff', arranges: false };
const arranger: Reader = { is: 'staff', arranges: true };
const applicant: Reader = { is: 'applicant', co: null };

async function seen(
	world: World,
	id: string,
	reader: Reader,
	{ surface = 'page' as Surface, now = someDay } = {}
) {
	const whole = await readWhole(world.as(), (await findExpressionById(world.db, id))!);
	const { sections } = expressionFor(reader, whole, now, surface);
	return new Map(sections.flatMap(({ answers }) => answers).map((answer) => [answer.key, answer]));
}

describe('access needs', () => {
	test.each<[string, Reader, Surface, boolean]>([
		['their writer, on the page', applicant, 'page', true],
		['their writer, in a letter', applicant, 'many', false],
		['who arranges access, on the page', arranger, 'page', true],
		['who arranges access, in a list', arranger, 'many', false],
		['other staff, on the page', staff, 'page', false],
		['other staff, in a list', staff, 'many', false]
	])('are seen by %s', (_, reader, surface, isSeen) =>
		withWorld(async (world) => {
			await aCall(world);
			const { id } = await sent(world);
			const answers = await seen(world, id, reader, { surface });
			expect(answers.has('access')).toBe(isSeen);
			expect(answers.has('access-until')).toBe(isSeen);
			expect(answers.has('community')).toBe(true);
		})()
	);
	test(
		'are seen to the end of the day that the applicant set',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await save(world, held, 'access', {
				access: 'A room without steps.',
				'access-version': '1',
				'access-until-day': '20',
				'access-until-month': '2',
				'access-until-year': '2026'
			});
			const at = (instant: string) => seen(world, held.id, arranger, { now: new Date(instant) });
			expect((await at('2026-02-20T23:59:59.999Z')).has('access')).toBe(true);
			expect((await at('2026-02-21T00:00:00Z')).has('access')).toBe(false);
			expect(
				(await seen(world, held.id, applicant, { now: new Date('2026-02-21T00:00:00Z') })).has('access')
			).toBe(true);
		})
	);
});

test(
	'what is not finished is seen by its writer as it was typed, and by others not at all',
	withWorld(async (world) => {
		await aCall(world);
		const { id, ...held } = await filledIn(world);
		await save(world, held, 'contact', {
			'contact-name': 'Asha',
			'contact-name-version': '1',
			email: 'asha at example',
			'email-version': '1',
			telephone: ''
		});
		expect((await seen(world, id, applicant)).get('email')).toMatchObject({
			text: ['asha at example'],
			unfinished: true
		});
		expect((await seen(world, id, staff)).get('email')).toMatchObject({ text: [], unfinished: false });
	})
);
