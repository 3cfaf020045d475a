import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { signedInFirst } from './rooms.ts';
import type { Actor } from '#shared/actor';
import { visitor } from '#shared/actor';
import { inLanguage } from '#words/language';

const staff: Actor = { kind: 'person', id: 'a', assurance: 2, roles: ['lead'] };
const owing: Actor = { ...staff, assurance: 1 };

async function comes(path: string, actor: Actor, { method = 'GET', recordsAway = false } = {}) {
	const url = new URL(path, 'http://placard.example.org');
	const session = actor.kind === 'person' ? { id: 's', owesFactor: actor.assurance === 1 } : undefined;
	const locals = { actor, session, recordsAway } as unknown as App.Locals;
	const event = { url, request: new Request(url, { method }), locals } as unknown as RequestEvent;
	const locale = path.startsWith('/cy/') ? 'cy' : 'en';
	const response = await inLanguage(locale, async () =>
		signedInFirst({ event, resolve: async () => Promise.resolve(new Response('in')) })
	);
	const location = response.headers.get('location');
	return location ?? (locals.signIn ? `handed back: ${locals.signIn}` : 'in');
}

test.each([
	['/desk', '/sign-in?next=%2Fdesk'],
	['/desk/nothing/here?x=1', '/sign-in?next=%2Fdesk%2Fnothing%2Fhere%3Fx%3D1'],
	['/account/recovery-codes', '/sign-in?next=%2Faccount%2Frecovery-codes'],
	['/cy/desk', '/cy/sign-in?next=%2Fdesk']
])('a visitor who comes to %s signs in first, whether there is such a page or not', async (path, way) => {
	expect(await comes(path, visitor)).toBe(way);
	expect(await comes(path, visitor, { method: 'HEAD' })).toBe(way);
});

test.each(['/', '/programmes', '/deskless', '/accounts', '/sign-in', '/cy/programmes', '/application/abc'])(
	'%s is open to everybody',
	async (path) => {
		for (const actor of [visitor, owing, staff]) expect(await comes(path, actor)).toBe('in');
	}
);

test('whoever owes a second factor gives it first; whoever gave it is in', async () => {
	expect(await comes('/desk/people', owing)).toBe('/sign-in/second-factor?next=%2Fdesk%2Fpeople');
	expect(await comes('/desk/people', staff)).toBe('in');
});

test('a form from a closed room is handed back with where to sign in', async () => {
	expect(await comes('/desk/people', visitor, { method: 'POST' })).toBe('handed back: /sign-in');
	expect(await comes('/cy/account', owing, { method: 'POST' })).toBe(
		'handed back: /cy/sign-in/second-factor'
	);
	expect(await comes('/desk/people', staff, { method: 'POST' })).toBe('in');
});

test('while our records are away nobody is sent to sign in: the page says what is the matter', async () => {
	expect(await comes('/desk', visitor, { recordsAway: true })).toBe('in');
});
