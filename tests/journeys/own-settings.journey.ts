import { aCall } from '../call-world.ts';
import { expect, journey, setOut } from './journey.ts';
import {
	magnified,
	mustBearSpacing,
	mustBeSeenInForcedColours,
	mustFit,
	mustShowFocus
} from './magnified.ts';
import { Stranger } from './stranger.ts';

/* People who bring settings of their own: 400 % zoom, wider spacing, their own colours, nothing that moves. */

setOut({}, async (placard) => {
	const content = { eligibility: { must: ['community-led campaign'] } };
	await placard.do((world) => aCall(world, { closes: '2099-03-11T12:00', content }));
});

const theirs = { viewport: magnified, reducedMotion: 'reduce' } as const;

journey(
	'a whole application at 400 %, by zoom, spacing and colours of one’s own',
	theirs,
	async ({ page }) => {
		const stranger = new Stranger(page, {
			words: 'We are renters in Leeds, about 40 of us.',
			async see(name) {
				await mustFit(page, name);
				await mustShowFocus(page, name);
				await mustBearSpacing(page, name);
				await mustBeSeenInForcedColours(page, name);
				expect(await page.evaluate(() => document.getAnimations().length), `${name}: what moves`).toBe(0);
			}
		});
		await stranger.returnsAndWithdraws(await stranger.applies());
	}
);

const rooms = [
	'actions',
	'choices',
	'dates-and-files',
	'lists',
	'messages',
	'placards',
	'secrets',
	'tables',
	'text'
];

journey('every state of every part at 400 %, and in colours of one’s own', theirs, async ({ page }) => {
	for (const room of rooms) {
		await page.goto(`/ui/${room}`);
		await mustFit(page, room);
		await mustBearSpacing(page, room);
		await mustBeSeenInForcedColours(page, room);
	}
});
