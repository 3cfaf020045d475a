import { expect, test } from 'vitest';
import {
	deleteOwnComment,
	putBackEarlier,
	readExpression,
	showEarlierTexts,
	showHoldings,
	showQuestions,
	showWhoIsHere,
	writeComment
} from '#areas/programmes/server';
import { hereWords } from '#areas/programmes';
import { aCall, lead as staffLead } from '../../../../../tests/call-world.ts';
import { filledIn, save, sent } from '../../../../../tests/expression-world.ts';
import { joins, leading } from '../../../../../tests/together-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';

const notFound = { code: 'not-found' };

async function two(world: World, may: 'view' | 'comment' | 'edit' = 'edit') {
	await aCall(world);
	const held = await filledIn(world);
	const member = await joins(world, held, { may });
	const lead = await leading(world, held);
	return { lead, owen: { ...member, reference: lead.reference } };
}

const earlier = async (
	world: World,
	who: { reference: string; actor: Parameters<World['as']>[0] },
	question = 'community'
) =>
	(await showEarlierTexts.within(world.as(who.actor), { reference: who.reference, question })).texts.map(
		({ text, name }) => [text.join(), name]
	);

test(
	'of two who edit one answer the second is told who saved, both are kept, and either can be chosen',
	withWorld(async (world) => {
		const { lead, owen } = await two(world);
		await save(world, lead, 'community', { community: 'What Asha wrote.', 'community-version': '1' });
		const late = await save(world, owen, 'community', {
			community: 'What Owen wrote.',
			'community-version': '1'
		});
		const [question] = late.questions;
		expect(late.conflict).toBe(true);
		expect(question).toMatchObject({ meanwhile: 'What Asha wrote.', typed: 'What Owen wrote.', version: 2 });
		expect(question!.meanwhileBy).toContain('Asha Rahman');
		expect(question!.choices!.map(({ value }) => value)).toEqual([
			'theirs:community:2',
			'both:community:2',
			'mine:community:2'
		]);
		expect(await earlier(world, lead)).toContainEqual(['What Owen wrote.', 'Owen Pryce']);
		const keep = (how: string, version = '2') =>
			save(world, owen, 'community', {
				community: 'What Owen wrote.',
				'community-version': version,
				keep: `${how}:community:2`
			});
		const same = await keep('theirs');
		expect([same.isFine, same.questions[0]!.typed]).toEqual([true, 'What Asha wrote.']);
		const both = await keep('both');
		expect(both.questions[0]!.typed).toBe('What Asha wrote.\n\nWhat Owen wrote.');
		// Theirs is asked for after it was overwritten: it is found among the earlier texts.
		const back = await keep('theirs', '3');
		expect(back.questions[0]!.typed).toBe('What Asha wrote.');
		expect((await earlier(world, owen)).map(([text]) => text)).toEqual(
			expect.arrayContaining(['What Owen wrote.', 'What Asha wrote.\n\nWhat Owen wrote.'])
		);
	})
);

test(
	'typing on fills no list of earlier texts; taking words away does',
	withWorld(async (world) => {
		const { lead } = await two(world);
		const texts = ['Renters', 'Renters on the Mar', 'Renters on the Marsh', 'Renters of the Marsh'];
		for (const [n, community] of texts.entries())
			await save(world, lead, 'community', { community, 'community-version': String(n + 1) });
		expect((await earlier(world, lead)).map(([text]) => text)).toEqual(
			['Renters on the Marsh', 'Renters on the Marsh estate.'].toSorted((one) => (one.endsWith('.') ? 1 : -1))
		);
	})
);

test(
	'who may only read puts nothing back; who may edit does, and nothing is lost by it',
	withWorld(async (world) => {
		const { lead, owen } = await two(world, 'comment');
		await save(world, lead, 'community', { community: 'Anew.', 'community-version': '1' });
		const asks = { reference: lead.reference, question: 'community' };
		const [before] = (await showEarlierTexts.within(world.as(owen.actor), asks)).texts;
		const text = before!.id;
		await expect(putBackEarlier.within(world.as(owen.actor), { ...asks, text })).rejects.toMatchObject(
			notFound
		);
		await putBackEarlier.within(world.as(lead.actor), { ...asks, text });
		expect((await earlier(world, lead)).map(([one]) => one)).toContain('Anew.');
	})
);

test(
	'who looks at a page and who changed an answer is said, by name or as somebody, for minutes, and to nobody else',
	withWorld(async (world) => {
		const { lead, owen } = await two(world);
		const look = (who: typeof owen | typeof lead, minutes = 0) =>
			showQuestions.within(world.as(who.actor, new Date(someDay.getTime() + minutes * 60_000)), {
				reference: lead.reference,
				page: 'group'
			});
		await look(owen);
		expect((await look(lead)).beside).toMatchObject({
			lookers: [{ name: 'Owen Pryce', writes: false }],
			changed: [{ isYou: true }]
		});
		await world.db`update programmes.co_applicant set as_somebody = true where id = ${owen.id}`;
		expect((await look(lead)).beside!.lookers).toMatchObject([{ name: null }]);
		expect((await look(lead, 3)).beside!.lookers).toEqual([]);
		await look(lead, 30);
		expect(await world.db`select 1 from programmes.presence`).toHaveLength(1);
	})
);

test(
	'who asks again is told that somebody writes there now; those who are not on it are told nothing',
	withWorld(async (world) => {
		const { lead, owen } = await two(world);
		const asks = { reference: lead.reference, page: 'group' };
		const other = await sent(world);
		for (const actor of [other.actor, staffLead])
			await expect(showWhoIsHere.within(world.as(actor), asks)).rejects.toMatchObject(notFound);
		await expect(
			showWhoIsHere.within(world.as(lead.actor), { ...asks, page: 'nowhere' })
		).rejects.toMatchObject(notFound);
		await showQuestions.within(world.as(owen.actor), asks);
		await save(world, owen, 'group', { group: 'Damp Watch West', 'group-version': '1' });
		const here = (seconds: number) =>
			showWhoIsHere.within(world.as(lead.actor, new Date(someDay.getTime() + seconds * 1000)), asks);
		expect(hereWords(await here(30))).toEqual({
			who: 'Owen Pryce is writing on this page now.',
			changed: ['Owen Pryce changed this answer this minute.']
		});
		expect((await here(95)).lookers).toEqual([]);
	})
);

test(
	'comments are read by those on it, written by those who may, deleted by whoever wrote them, and seen by no staff',
	withWorld(async (world) => {
		await aCall(world);
		const held = await sent(world);
		const owen = await joins(world, held, { may: 'comment' });
		const hana = await joins(world, await leading(world, held), {
			name: 'Hana',
			email: 'hana@example.org',
			may: 'view'
		});
		const lead = await leading(world, held);
		const comment = { reference: held.reference, question: 'group', comment: 'Is that the name we agreed?' };
		await expect(writeComment.within(world.as(hana.actor), comment)).rejects.toMatchObject(notFound);
		await expect(
			writeComment.within(world.as(owen.actor), { ...comment, question: 'access' })
		).rejects.toMatchObject(notFound);
		await writeComment.within(world.as(owen.actor), comment);
		const view = { reference: held.reference, page: 'group' };
		for (const actor of [lead.actor, owen.actor, hana.actor])
			expect((await showQuestions.within(world.as(actor), view)).beside!.comments).toMatchObject([
				{ words: comment.comment }
			]);
		const read = await readExpression.within(world.as(staffLead), {
			slug: 'spring',
			reference: held.reference
		});
		expect(JSON.stringify(read)).not.toMatch(/agreed|Owen|Hana/);
		const [{ id } = { id: '' }] = (await showQuestions.within(world.as(owen.actor), view)).beside!.comments;
		const its = { reference: held.reference, comment: id };
		await expect(deleteOwnComment.within(world.as(lead.actor), its)).rejects.toMatchObject(notFound);
		await deleteOwnComment.within(world.as(owen.actor), its);
		expect((await showQuestions.within(world.as(lead.actor), view)).beside!.comments).toEqual([]);
	})
);

test(
	'what is held about the lead names the people, their own comments and how many earlier texts there are',
	withWorld(async (world) => {
		const { lead, owen } = await two(world);
		const { reference } = lead;
		const other = await sent(world);
		const alone = await showHoldings.within(world.as(other.actor), { reference: other.reference });
		expect(alone.together).toBeNull();
		await save(world, owen, 'group', { group: 'Another name', 'group-version': '1' });
		const note = (who: typeof lead | typeof owen, comment: string) =>
			writeComment.within(world.as(who.actor), { reference, question: 'group', comment });
		await note(lead, 'Mine.');
		await note(owen, 'Theirs.');
		const { together } = await showHoldings.within(world.as(lead.actor), { reference });
		expect(together).toMatchObject({
			people: [
				{ name: 'Asha Rahman', may: 'lead', isOn: true },
				{ name: 'Owen Pryce', may: 'edit', isOn: true }
			],
			comments: [{ words: 'Mine.' }],
			earlier: 1
		});
	})
);
