import { describe, expect, test } from 'vitest';
import {
	declineTheRest,
	listCallDecisions,
	showApplication,
	showCall,
	showDecision,
	showHoldings,
	showOutcome,
	showRelease,
	tellOfDelay,
	withdrawExpression,
	writeLetterWords,
	writeReasons
} from '#areas/programmes/server';
import { schedules } from '#server/use-case';
import { house, visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { linkOnly, otherLead, roleless, sent, sentBy } from '../../../../../tests/expression-world.ts';
import {
	accept,
	after,
	chosen,
	outcome,
	release,
	released,
	say,
	templates,
	until
} from '../../../../../tests/release-world.ts';
import { someDay, withOwnWorld, withWorld } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };

describe('a decision', () => {
	test(
		'is made, seen and released by host staff alone',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			for (const stranger of [visitor, held.actor, linkOnly, roleless]) {
				const as = world.as(stranger, released);
				await expect(say(world, held, 'offer', {}, stranger)).rejects.toMatchObject(notFound);
				await expect(listCallDecisions.within(as, { slug })).rejects.toMatchObject(notFound);
				await expect(showDecision.within(as, { slug, ...held })).rejects.toMatchObject(notFound);
				await expect(showRelease.within(as, { slug })).rejects.toMatchObject(notFound);
				await expect(release(world, {}, { as: stranger })).rejects.toMatchObject(notFound);
				await expect(writeReasons.within(as, { slug, reasons: 'x' })).rejects.toMatchObject(notFound);
			}
		})
	);

	test(
		'changes nothing that its applicant sees, before it is released',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const seen = async () => ({
				page: await showApplication.within(world.as(held.actor, released), { reference: held.reference }),
				held: await showHoldings.within(world.as(held.actor, released), { reference: held.reference }),
				call: await showCall.within(world.as(visitor, released), { slug })
			});
			const before = JSON.stringify(await seen());
			await say(world, held, 'offer', {
				feedback: 'Bring the caretakers in.',
				held: 'yes',
				why: 'Ask the union.'
			});
			await world.runJobs(released);
			expect(JSON.stringify(await seen())).toBe(before);
			expect(await templates(world)).toEqual(['expression-receipt']);
			for (const stranger of [visitor, held.actor, lead])
				await expect(
					showOutcome.within(world.as(stranger, released), { reference: held.reference })
				).rejects.toMatchObject(notFound);
			await expect(accept(world, held)).rejects.toMatchObject(notFound);
		})
	);

	test(
		'is changed by whoever read it as it is, and its letter is shown as its reader would get it',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await say(world, held, 'not', { feedback: 'Say who decides.' });
			await expect(say(world, held, 'offer')).rejects.toMatchObject({ code: 'decision-meanwhile' });
			const view = await showDecision.within(world.as(otherLead, released), {
				slug,
				reference: held.reference
			});
			expect(view).toMatchObject({ kind: 'not', edition: 1 });
			expect(view.letter!.text).toContain('Dear Damp Watch,');
			expect(view.letter!.text).toContain('Say who decides.');
			await say(world, held, 'offer', { edition: 1 });
			await say(world, held, 'none', { edition: 2 });
			expect(await world.events()).toEqual(expect.arrayContaining(['decision.made', 'decision.changed', 'decision.taken-back'])); // prettier-ignore
		})
	);

	test(
		'of a reserve has a place in the order, and the others make room',
		withWorld(async (world) => {
			await aCall(world);
			const [one, two, three] = [await sent(world), await sent(world), await sent(world)];
			for (const held of [one, two]) await say(world, held, 'reserve');
			await say(world, three, 'reserve', { position: '1' });
			const order = async () =>
				(await listCallDecisions.within(world.as(lead, released), { slug })).cases
					.filter(({ position }) => position)
					.map(({ reference, position }) => [position, reference]);
			expect(await order()).toEqual([[1, three.reference], [2, one.reference], [3, two.reference]]); // prettier-ignore
			await say(world, three, 'not', { edition: 1 });
			expect(await order()).toEqual([[1, one.reference], [2, two.reference]]); // prettier-ignore
		})
	);
});

describe('the release', () => {
	test(
		'is stopped by what is missing or held back, unless those are told that theirs comes later',
		withWorld(async (world) => {
			await aCall(world);
			const [offer, held, none] = [await sent(world), await sent(world), await sent(world)];
			await world.post();
			await expect(release(world)).rejects.toMatchObject({ code: 'release-incomplete' });
			await say(world, offer, 'offer');
			await say(world, held, 'not', { held: 'yes', why: 'A phone call first.' });
			await expect(release(world)).rejects.toMatchObject({
				code: 'release-incomplete',
				details: { count: 2 }
			});
			const { missing } = await showRelease.within(world.as(lead, released), { slug });
			expect(missing.map(({ why }) => why).toSorted()).toEqual(['held', 'undecided']);
			await expect(release(world, { later: 'yes', sure: '' })).rejects.toMatchObject({
				fields: { sure: 'missing' }
			});
			await release(world, { later: 'yes' });
			expect(await templates(world)).toEqual(['decision-later', 'decision-later', 'decision-offer']);
			await expect(outcome(world, held)).rejects.toMatchObject(notFound);
			const { news } = await showApplication.within(world.as(none.actor, released), {
				reference: none.reference
			});
			expect(news.outcome).toEqual({ is: 'later' });
			const call = await showCall.within(world.as(visitor, released), { slug });
			expect(call.published, 'a second release would tell by the difference').toBeNull();
			await say(world, held, 'not', { edition: 1 });
			await say(world, none, 'reserve');
			await release(world, { number: 1 }, { now: after(1) });
			expect(await templates(world, after(1))).toEqual(['decision-not', 'decision-reserve']);
		})
	);

	test(
		'tells everybody at once, and never twice',
		withWorld(async (world) => {
			const { offer, first, second, not } = await chosen(world);
			expect(await templates(world)).toEqual([
				'decision-not',
				'decision-offer',
				'decision-reserve',
				'decision-reserve'
			]);
			expect(await outcome(world, offer)).toMatchObject({ kind: 'offer', mayAnswer: true, offer: { state: 'open', until: { instant: until } } }); // prettier-ignore
			expect(await outcome(world, first)).toMatchObject({ kind: 'reserve', position: 1, offer: null });
			expect(await outcome(world, second)).toMatchObject({ position: 2 });
			expect(await outcome(world, not)).toMatchObject({ kind: 'not', draw: null });
			await expect(outcome(world, { ...not, actor: offer.actor })).rejects.toMatchObject(notFound);
			await expect(release(world)).rejects.toMatchObject({ code: 'released-meanwhile' });
			await expect(say(world, not, 'offer')).rejects.toMatchObject({ code: 'decision-released' });
			await expect(release(world, { number: 1 }, { now: after(1) })).rejects.toMatchObject({
				code: 'release-of-nothing'
			});
		})
	);

	test(
		'is one, of two chairs who release at the same moment',
		withOwnWorld(async (world) => {
			const held = await world.do(async (inside) => {
				await aCall(inside);
				const one = await sent(inside);
				await say(inside, one, 'offer');
				await inside.post();
				return one;
			});
			const both = await Promise.allSettled(
				[lead, otherLead].map((as) => world.do((inside) => release(inside, {}, { as })))
			);
			expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
			expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
				reason: { code: 'released-meanwhile' }
			});
			await world.do(async (inside) => {
				expect(await templates(inside)).toEqual(['decision-offer']);
				expect((await outcome(inside, held)).kind).toBe('offer');
			});
		})
	);

	test(
		'leaves out who took theirs back meanwhile, and says whom no letter reaches',
		withWorld(async (world) => {
			await aCall(world);
			const [gone, silent] = [await sent(world), await sentBy(world, 'Silent', { contact: { 'contact-name': 'S', email: '', telephone: '0113 496 0000' } })]; // prettier-ignore
			await declineTheRest.within(world.as(lead, released), { slug });
			await withdrawExpression.within(world.as(gone.actor, released), {
				reference: gone.reference,
				sure: 'yes'
			});
			const { unreachable } = await showRelease.within(world.as(lead, released), { slug });
			expect(unreachable).toEqual([{ reference: silent.reference, name: 'Silent' }]);
			await world.runJobs(released);
			await world.post();
			await release(world);
			expect(await templates(world)).toEqual([]);
			expect((await outcome(world, silent)).kind).toBe('not');
		})
	);
});

describe('a letter', () => {
	test(
		'has the host’s words in the reader’s language, or says in which they are; and one subject for all',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const write = (words: string, language: string) =>
				writeLetterWords.within(world.as(lead, released), {
					slug,
					kind: 'offer',
					language,
					words,
					edition: 0
				} as never);
			await expect(write('Dear {groop}', 'en')).rejects.toMatchObject({ fields: { words: 'unknown-field' } });
			await write('Hello {group}! {feedback}', 'en');
			await say(world, held, 'offer', { feedback: 'Ask {group} first.' });
			const letter = async () => (await showDecision.within(world.as(lead, released), { slug, reference: held.reference })).letter!; // prettier-ignore
			expect((await letter()).text).toContain('Hello Damp Watch! Ask {group} first.');
			await world.db`update programmes.expression set locale = 'fr' where id = ${held.id}`;
			const french = await letter();
			expect(french.text).toContain('L’organisme a écrit ce qui suit en English.');
			expect(french.text).toContain('Nous vous proposons une place.');
			expect(french.text).toContain('Hello Damp Watch!');
			await write('Bonjour {group} !', 'fr');
			expect((await letter()).text).not.toContain('Hello');
			await release(world);
			const [posted] = (await world.post(released)).filter(({ template }) => template === 'decision-offer');
			expect(posted!.text).toContain('Bonjour Damp Watch !');
			expect(posted!.subject).toBe(`Des nouvelles de votre candidature ${held.reference}`);
		})
	);
});

test(
	'staff are told a week before the day, and when it passed, once each; then they write to everybody who waits',
	withWorld(async (world) => {
		await aCall(world);
		const held = await sent(world);
		await world.post();
		await world.db`insert into identity.person (id, email, name, locale, since) values (${(lead as { id: string }).id}, 'lowri@example.org', 'Lowri', 'en', ${someDay})`;
		await world.db`insert into identity.appointment (person, role, since) values (${(lead as { id: string }).id}, 'lead', ${someDay})`;
		const warn = schedules.find(({ name }) => name === 'warnOfTheDayOfDecisions')!.run;
		const at = (date: string) => new Date(`${date}T09:00:00Z`);
		for (const date of ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-27', '2026-03-28', '2026-03-29'])
			await warn(world.as(house, at(date)));
		expect(await templates(world, at('2026-03-29'))).toEqual(['release-passed', 'release-week-before']);
		const tell = (as: Actor) =>
			tellOfDelay.within(world.as(as, at('2026-03-29')), { slug, words: 'Dear {group}, soon.', day: { day: '4', month: '4', year: '2026' } }); // prettier-ignore
		await expect(tell(held.actor)).rejects.toMatchObject(notFound);
		await tell(lead);
		const [letter] = await world.post(at('2026-03-29'));
		expect(letter!.text).toContain('Dear Damp Watch, soon.');
		expect(letter!.text).toContain('Saturday 4 April 2026');
		const { news } = await showApplication.within(world.as(held.actor, at('2026-03-29')), {
			reference: held.reference
		});
		expect(news.outcome).toEqual({ is: 'late', newDay: '2026-04-04' });
	})
);
