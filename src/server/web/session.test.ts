import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/database.ts';
import { eiraJoins } from '../../../tests/people.ts';
import { withOwnWorld } from '../../../tests/world.ts';
import { personFrom } from './session.ts';

function asking(token?: string) {
	return {
		locals: {},
		cookies: { get: () => token }
	} as unknown as RequestEvent & { locals: { recordsAway?: boolean; session?: object } };
}

test(
	'whoever brings no cookie, or one of nobody, is a visitor',
	withOwnWorld(async () => {
		for (const token of [undefined, '', 'nobody', 'x'.repeat(5000)]) {
			const event = asking(token);
			expect(await personFrom(event)).toEqual({ kind: 'visitor' });
			expect(event.locals).toEqual({});
		}
	})
);

test('while our records are away everybody is a visitor, and public pages go on', async () => {
	const goBack = await useDatabase('postgres://placard@%2Fnowhere%2Fat%2Fall/placard');
	try {
		const event = asking('whoever-that-is');
		expect(await personFrom(event)).toEqual({ kind: 'visitor' });
		expect(event.locals).toEqual({ recordsAway: true });
		// Whoever brings no cookie does not even make us ask.
		expect(await personFrom(asking())).toEqual({ kind: 'visitor' });
	} finally {
		await goBack();
	}
});

test(
	'a session is its person, and what they owe',
	withOwnWorld(async (world) => {
		// The first administrator joins now: recognising asks the clock.
		const { token } = await world.do((inside) => eiraJoins(inside, new Date()));
		const event = asking(token);
		expect(await personFrom(event)).toMatchObject({ kind: 'person', assurance: 1, roles: ['administrator'] });
		expect(event.locals.session).toMatchObject({ owesFactor: true });
	})
);
