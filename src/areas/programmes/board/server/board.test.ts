import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readOutcomes, rootOf } from '#packages/selection';
import type { Actor } from '#shared/actor';
import { visitor } from '#shared/actor';
import {
	askForCohort,
	beginPhase,
	commitDraw,
	decideAsChosen,
	declareConflict,
	drawLots,
	giveDrawList,
	giveDrawProof,
	giveVoice,
	releaseDecisions,
	showBoard,
	showDecision,
	showDraws,
	showOutcome,
	stopSolving,
	takeCohort,
	voidDraw
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { otherLead, roleless, sentBy, type Held } from '../../../../../tests/expression-world.ts';
import { days, eligible, into, seated, type Seated } from '../../../../../tests/panel-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';
import { solve } from './solve.ts';
import { board, idOf, now, ready, slug, worked } from '../../../../../tests/board-world.ts';

const notFound = { code: 'not-found' };

test('nobody sees or moves the board but those who choose, and they not before it is time', withWorld(async (world) => {
	await aCall(world, { content: { places: { max: '3' } } });
	const chair = await seated(world, 'Bethan', { part: 'chair' });
	const held = await sentBy(world, 'Ash');
	await eligible(world, held);
	await into(world, 'review');
	for (const actor of [visitor, held.actor, roleless, chair.actor, lead])
		await expect(board(world, actor)).rejects.toMatchObject(notFound);
	await into(world, 'selection', days(1));
	for (const actor of [visitor, held.actor, roleless]) {
		await expect(board(world, actor)).rejects.toMatchObject(notFound);
		await expect(askForCohort.within(world.as(actor, now), { slug })).rejects.toMatchObject(notFound);
	}
	for (const actor of [chair.actor, lead]) expect(await board(world, actor)).toMatchObject({ basis: 'none', shown: null });
	await expect(askForCohort.within(world.as(lead, now), { slug })).rejects.toMatchObject({ code: 'board-nobody-read' });
})); // prettier-ignore

test('whoever has a conflict with one application takes no part in choosing among all, and the deputy takes the place of the chair', withWorld(async (world) => {
	const { chair, deputy, carys, sent } = await ready(world);
	expect(await board(world, deputy.actor)).toMatchObject({ mayClose: false });
	await declareConflict.within(world.as(chair.actor, now), { slug, reference: sent[0]!.reference, kind: 'personal', because: 'My sister.' });
	await expect(board(world, chair.actor)).rejects.toMatchObject(notFound);
	await expect(askForCohort.within(world.as(chair.actor, now), { slug })).rejects.toMatchObject(notFound);
	expect(await board(world, deputy.actor)).toMatchObject({ mayClose: true, hasVoice: true });
	expect(await board(world, carys.actor)).toMatchObject({ mayClose: false, hasVoice: true });
	expect(await board(world, lead)).toMatchObject({ mayClose: true, hasVoice: false });
})); // prettier-ignore

test('the best group is worked out with its reasons, and who was shown it is in the record once', withOwnWorld(async (place) => {
	const { chair, carys, sent } = await place.do((world) => ready(world, { names: 'release' }));
	const asked = await place.do((world) => askForCohort.within(world.as(carys.actor, now), { slug }));
	const again = await place.do((world) => askForCohort.within(world.as(chair.actor, now), { slug }));
	expect(again).toEqual(asked);
	expect((await place.do((world) => board(world, carys.actor))).shown).toMatchObject({ state: 'waiting', cohort: null });
	await solve(asked.solving);
	const view = await place.do((world) => board(world, carys.actor));
	const { cohort, by } = view.shown!;
	expect(by).toBe('Carys');
	expect(cohort).toMatchObject({ isProven: true, candidates: 6, gone: 0, draws: 25 });
	expect(new Set(cohort!.members.map(({ cells }) => cells[0])).size).toBe(3);
	expect(cohort!.alternatives.length).toBeGreaterThan(0);
	for (const { costs } of cohort!.alternatives) expect(costs).toBeGreaterThanOrEqual(0);
	expect(JSON.stringify(view)).not.toContain('Group ');
	expect(view.people.map(({ name }) => name).toSorted()).toEqual(sent.map(({ reference }) => reference).toSorted());
	await place.do((world) => board(world, carys.actor));
	await place.do((world) => board(world, lead));
	const events = await place.do((world) => world.events());
	expect(events.filter((name) => name === 'board.seen')).toHaveLength(2);
	expect(events).toEqual(expect.arrayContaining(['board.asked', 'board.solved']));
	const [row] = await place.do((world) => world.db<{ kept: string }[]>`select answer::text || changes::text as kept from programmes.solving`);
	expect(row!.kept).not.toMatch(/Group |access|wales/);
})); // prettier-ignore

test('a what-if says what it changes, what one for another costs, and two groups stand side by side', withOwnWorld(async (place) => {
	const { carys } = await place.do((world) => ready(world));
	const first = await worked(place, carys.actor);
	const before = (await place.do((world) => board(world, carys.actor))).shown!.cohort!;
	const { people } = await place.do((world) => board(world, carys.actor));
	const outside = people.find(({ id }) => !before.members.some(({ person }) => person.id === id))!;
	const inside = before.members[0]!.person;
	const { swap } = await place.do((world) => board(world, carys.actor, { solving: first, out: inside.id, in: outside.id }));
	expect(swap!.costs).toBeGreaterThanOrEqual(-1e-9);
	const second = await worked(place, carys.actor, { in: [outside.id], out: [inside.id], weights: { difference: '10', match: '10', score: '80' } });
	const view = await place.do((world) => board(world, carys.actor, { solving: second, beside: first }));
	expect(view.shown).toMatchObject({ isAsPublished: false, isReweighed: true, differs: { rules: [{ is: 'in', who: outside.name }, { is: 'out', who: inside.name }], weights: { difference: 10, match: 10, score: 80 }, size: null } });
	const names = view.shown!.cohort!.members.map(({ person }) => person.name);
	expect(names).toContain(outside.name);
	expect(names).not.toContain(inside.name);
	expect(view.beside!.cohort!.objective).toBe(before.objective);
	expect(view.parts).toEqual({ difference: 40, match: 35, score: 25 });
})); // prettier-ignore

test('a what-if is of people who are there and of options that are offered', withWorld(async (world) => {
	const { carys } = await ready(world);
	const ask = (changes: object) => askForCohort.within(world.as(carys.actor, now), { slug, changes });
	const nobody = '5f0c1c56-3a52-4b0e-8a5e-6d1f5a0f2f11';
	await expect(ask({ in: [nobody] })).rejects.toMatchObject({ fields: { 'changes.in': 'not-an-option' } });
	await expect(ask({ rules: [{ of: 'region=atlantis', min: '1' }] })).rejects.toMatchObject({ fields: { 'changes.rules.0.of': 'not-an-option' } });
	await expect(ask({ weights: { difference: '50' } })).rejects.toMatchObject({ fields: { 'changes.weights.difference': 'missing' } });
	await expect(ask({ rules: [{ of: 'region=wales', min: '3', max: '2' }] })).rejects.toMatchObject({ fields: { 'changes.rules.0.max': 'out-of-range' } });
})); // prettier-ignore

test('by no what-if does the panel learn who answered what, where staff alone read the answers', withWorld(async (world) => {
	const { carys } = await ready(world);
	const ask = (of: string) => askForCohort.within(world.as(carys.actor, now), { slug, changes: { rules: [{ of, min: '3' }] } });
	for (const of of ['help=language', 'heard=campaign', 'access=any'])
		await expect(ask(of), of).rejects.toMatchObject({ fields: { 'changes.rules.0.of': 'not-an-option' } });
	const { choices } = await board(world, carys.actor);
	expect(choices.filter(({ question }) => ['help', 'heard'].includes(question))).toEqual([]);
	await expect(ask('lead=affected')).resolves.toMatchObject({ slug });
})); // prettier-ignore

test('where rules cannot be kept together, these are named', withOwnWorld(async (place) => {
	const { carys } = await place.do((world) => ready(world));
	await worked(place, carys.actor, { rules: [{ of: 'region=wales', min: '2' }, { of: 'region=wales', max: '1' }] });
	const { shown } = await place.do((world) => board(world, carys.actor));
	expect(shown!.cohort).toBeNull();
	expect(shown!.conflict!.rules.map((rule) => rule.is)).toContain('quota');
})); // prettier-ignore

test('who asked can stop it, and what was stopped is not worked out', withOwnWorld(async (place) => {
	const { carys } = await place.do((world) => ready(world));
	const { solving } = await place.do((world) => askForCohort.within(world.as(carys.actor, now), { slug }));
	await place.do((world) => stopSolving.within(world.as(carys.actor, now), { slug, solving }));
	await solve(solving);
	expect((await place.do((world) => board(world, carys.actor, { solving }))).shown).toMatchObject({ state: 'cancelled', cohort: null });
})); // prettier-ignore

test('a group is taken by enough voices, with a reason, and with one more where weights are not those of the call', withOwnWorld(async (place) => {
	const { chair, deputy, carys } = await place.do((world) => ready(world));
	const solving = await worked(place, chair.actor, { weights: { difference: '0', match: '0', score: '100' } });
	const say = (one: Seated, says: 'yes' | 'no') => place.do((world) => giveVoice.within(world.as(one.actor, now), { slug, solving, says }));
	const take = (actor: Actor, more: object = {}) =>
		place.do((world) => takeCohort.within(world.as(actor, now), { slug, solving, why: 'They fit.', weightsWhy: 'Said aloud.', ...more }));
	await expect(take(carys.actor)).rejects.toMatchObject(notFound);
	await expect(place.do((world) => giveVoice.within(world.as(lead, now), { slug, solving, says: 'yes' }))).rejects.toMatchObject(notFound);
	await say(chair, 'yes');
	await expect(take(chair.actor)).rejects.toMatchObject({ code: 'board-too-few' });
	await say(carys, 'no');
	await expect(take(chair.actor)).rejects.toMatchObject({ code: 'board-against' });
	await say(deputy, 'yes');
	await expect(take(chair.actor, { weightsWhy: '' })).rejects.toMatchObject({ fields: { weightsWhy: 'missing' } });
	await expect(take(chair.actor, { why: '' })).rejects.toMatchObject({ fields: { why: 'missing' } });
	await take(chair.actor);
	const { chosen } = await place.do((world) => board(world, lead));
	expect(chosen).toMatchObject([{ yes: 2, no: 1, why: 'They fit.', weightsWhy: 'Said aloud.', by: 'Bethan' }]);
	expect(chosen[0]!.members).toHaveLength(3);
})); // prettier-ignore

test('lots: the list is frozen before the number can be known, drawn from once, and a new draw needs a new list', withOwnWorld(async (place) => {
	const { chair, carys, deputy, sent } = await place.do((world) => ready(world, { lots: 'drawn', band: '15' }));
	const solving = await worked(place, chair.actor);
	const as = <T>(at: Date, run: (context: ReturnType<World['as']>) => Promise<T>, actor: Actor = chair.actor) =>
		place.do((world) => run(world.as(actor, at)));
	const commit = (day: string, at = now) => as(at, (context) => commitDraw.within(context, { slug, solving, beaconIs: 'Saturday’s numbers', day, time: '20:00' }));
	const draw = (at: Date) => as(at, (context) => drawLots.within(context, { slug, beacon: '4 8 15 16 23 42' }));
	for (const one of [chair, carys, deputy]) await as(now, (context) => giveVoice.within(context, { slug, solving, says: 'yes' }), one.actor);
	const take = () => as(days(9), (context) => takeCohort.within(context, { slug, solving, why: 'Drawn.', weightsWhy: '' }));
	await expect(take()).rejects.toMatchObject({ code: 'board-not-drawn' });
	await expect(as(now, (context) => commitDraw.within(context, { slug, solving, beaconIs: 'x', day: '2026-01-20', time: '20:00' }), carys.actor)).rejects.toMatchObject(notFound);
	await expect(commit('2026-01-17')).rejects.toMatchObject({ fields: { day: 'in-the-past' } });
	await expect(draw(days(9))).rejects.toMatchObject({ code: 'board-not-committed' });
	await commit('2026-01-20');
	await expect(commit('2026-01-21')).rejects.toMatchObject({ code: 'board-draw-stands' });
	await expect(draw(new Date('2026-01-20T19:59:59Z'))).rejects.toMatchObject({ code: 'board-too-early' });
	await draw(days(9));
	await expect(draw(days(9))).rejects.toMatchObject({ code: 'board-is-drawn' });
	await expect(place.do(({ db }) => db`update programmes.draw set beacon = 'mine'`)).rejects.toThrow('never changed');
	await expect(place.do(({ db }) => db`delete from programmes.draw`)).rejects.toThrow('stays visible');
	const view = await as(days(9), (context) => showBoard.within(context, { slug }), lead);
	const [one] = view.draws;
	const { list } = await as(days(9), (context) => giveDrawList.within(context, { slug, number: 1 }));
	expect(createHash('sha256').update(list).digest('hex')).toBe(one!.commitment);
	expect(one!.drawn!.members).toHaveLength(3);
	for (const { reference } of sent) expect(list).not.toContain(reference);
	await take();
	const { chosen } = await as(days(9), (context) => showBoard.within(context, { slug }));
	expect(chosen[0]).toMatchObject({ wasDrawn: true });
	expect(chosen[0]!.members.map(({ id }) => id).toSorted()).toEqual(one!.drawn!.members.map(({ id }) => id).toSorted());

	const drawn = sent.find(({ reference }) => one!.drawn!.members.some((person) => person.reference === reference))!;
	const told = (held: Held, actor = held.actor) => as(days(11), (context) => showOutcome.within(context, { reference: held.reference }), actor);
	const letter = async (held: Held) => (await as(days(11), (context) => showDecision.within(context, { slug, reference: held.reference }), lead)).letter?.text ?? '';
	const proof = (at: Date) => as(at, (context) => giveDrawProof.within(context, { reference: drawn.reference }), drawn.actor);
	await expect(proof(days(9))).rejects.toMatchObject(notFound);
	await as(days(10), (context) => beginPhase.within(context, { slug, phase: 'release' }), lead);
	await expect(proof(days(11))).rejects.toMatchObject(notFound);
	await as(days(11), (context) => decideAsChosen.within(context, { slug }), lead);
	await expect(proof(days(11))).rejects.toMatchObject(notFound);
	await expect(told(drawn), 'the page that leads there is not there either').rejects.toMatchObject(notFound);
	const until = { day: '1', month: '3', year: '2026', time: '12:00' };
	await as(days(11), (context) => releaseDecisions.within(context, { slug, number: 0, until, days: '7', sure: 'yes' }), lead);
	const own = await proof(days(11));
	expect((await told(drawn)).draw).toEqual({ slug });
	expect(await letter(drawn)).toContain('Lots were drawn in this call');
	expect(await rootOf(own.proof)).toBe(one!.root);
	expect(own.proof.in).toContain(own.draw.index);
	expect(readOutcomes(list)[own.draw.index]).toContain(own.proof.id);
})); // prettier-ignore

test('a draw that was given up stays to be seen, and the next has a list of its own', withOwnWorld(async (place) => {
	const { chair } = await place.do((world) => ready(world, { lots: 'drawn', band: '15' }));
	const solving = await worked(place, chair.actor);
	const as = <T>(run: (context: ReturnType<World['as']>) => Promise<T>) => place.do((world) => run(world.as(chair.actor, now)));
	const commit = () => as((context) => commitDraw.within(context, { slug, solving, beaconIs: 'Saturday’s numbers', day: '2026-01-20', time: '20:00' }));
	await commit();
	await expect(as((context) => voidDraw.within(context, { slug, voidWhy: '' }))).rejects.toMatchObject({ fields: { voidWhy: 'missing' } });
	await as((context) => voidDraw.within(context, { slug, voidWhy: 'The lottery was put off.' }));
	await commit();
	const { draws } = await as((context) => showBoard.within(context, { slug }));
	expect(draws.map(({ number, voided }) => [number, voided?.why])).toEqual([[2, undefined], [1, 'The lottery was put off.']]);
	expect(draws[0]!.commitment).not.toBe(draws[1]!.commitment);
	const seen = await place.do((world) => showDraws.within(world.as(visitor, now), { slug }));
	expect(seen.draws.map(({ number, commitment, drawn }) => [number, commitment, drawn])).toEqual(draws.map(({ number, commitment }) => [number, commitment, null]));
	expect(JSON.stringify(seen)).not.toContain('put off');
})); // prettier-ignore

test('staff who have a conflict are kept out as well', withWorld(async (world) => {
	const { sent } = await ready(world);
	expect(await board(world, otherLead)).toMatchObject({ slug });
	await world.db`
		with seat as (
			insert into programmes.seat (call, person, part, invited_at, invited_by, ended_at, ended_by)
			select call, ${otherLead.kind === 'person' ? otherLead.id : ''}, 'panellist', ${now}, ${lead.kind === 'person' ? lead.id : ''}, ${now}, ${lead.kind === 'person' ? lead.id : ''} from programmes.seat limit 1
			returning id)
		insert into programmes.conflict (seat, expression, kind, source, because, since)
		select seat.id, ${await idOf(world, sent[0]!)}, 'personal', 'pinned', 'Cousins.', ${now} from seat`;
	await expect(board(world, otherLead)).rejects.toMatchObject(notFound);
})); // prettier-ignore
