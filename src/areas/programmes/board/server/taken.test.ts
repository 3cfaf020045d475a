import { expect, test } from 'vitest';
import { recordCsv } from '#areas/programmes';
import { exportRecord, giveVoice, takeCohort } from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import { board, idOf, now, ready, slug, worked } from '../../../../../tests/board-world.ts';
import { lead } from '../../../../../tests/call-world.ts';
import { otherLead } from '../../../../../tests/expression-world.ts';
import { withOwnWorld } from '../../../../../tests/world.ts';

test('what differed from the call stands beside the reason, on the board and in the record, and for nobody whom a conflict keeps out', withOwnWorld(async (place) => {
	const { chair, deputy, carys, sent } = await place.do((world) => ready(world));
	const [out, into] = [await place.do((world) => idOf(world, sent[0]!)), await place.do((world) => idOf(world, sent[5]!))];
	const changes = { in: [into], out: [out], rules: [{ of: 'region=wales', min: '1' }], size: '3' };
	const solving = await worked(place, chair.actor, changes);
	for (const one of [chair, deputy]) await place.do((world) => giveVoice.within(world.as(one.actor, now), { slug, solving, says: 'yes' }));
	const take = (why: string) => place.do((world) => takeCohort.within(world.as(chair.actor, now), { slug, solving, why, weightsWhy: '' }));
	await expect(take('')).rejects.toMatchObject({ fields: { why: 'missing' } });
	await take('Six runs the only archive.');
	const [chosen] = (await place.do((world) => board(world, carys.actor))).chosen;
	expect(chosen).toMatchObject({ why: 'Six runs the only archive.', by: 'Bethan', at: { instant: now }, differs: { weights: null, size: 3 } });
	expect(chosen!.differs.rules.map((rule) => ('who' in rule ? [rule.is, rule.who] : [rule.is]))).toEqual([['quota'], ['in', 'Group 5'], ['out', 'Group 0']]);
	const record = (actor: Actor) => place.do((world) => exportRecord.within(world.as(actor, now), { slug }));
	const csv = async (actor: Actor) => recordCsv(await record(actor));
	for (const words of ['Six runs the only archive.', sent[5]!.reference, sent[0]!.reference, 'There are 3 places.']) expect(await csv(lead)).toContain(words);
	const line = (await record(lead)).lines.find(({ taken }) => taken)!;
	expect(line).toMatchObject({ name: 'board.cohort-taken', who: 'Bethan', at: now });
	expect(JSON.stringify(line), 'names stay off the record').not.toContain('Group ');
	await place.do(async (world) => {
		const person = (otherLead as { id: string }).id;
		const [seat] = await world.db<{ id: string }[]>`
			insert into programmes.seat (call, person, part, invited_at, invited_by, ended_at, ended_by)
			select call, ${person}, 'panellist', ${now}, ${person}, ${now}, ${person} from programmes.seat limit 1 returning id`;
		await world.db`
			insert into programmes.conflict (seat, expression, kind, source, because, since)
			values (${seat!.id}, ${into}, 'personal', 'pinned', 'Cousins.', ${now})`;
	});
	const kept = (await record(otherLead)).lines.find(({ name }) => name === 'board.cohort-taken')!;
	expect(kept.taken).toBeNull();
	expect(await csv(otherLead)).not.toContain('only archive');
})); // prettier-ignore

test('where the panel is divided, the voice of whoever acts as chair decides, also when staff write it down', withOwnWorld(async (place) => {
	const { chair, deputy, carys } = await place.do((world) => ready(world, { chair: ['breaks-ties'] }));
	const solving = await worked(place, chair.actor);
	const says = (one: typeof chair, voice: 'yes' | 'no') => place.do((world) => giveVoice.within(world.as(one.actor, now), { slug, solving, says: voice }));
	const take = (as: Actor = lead) => place.do((world) => takeCohort.within(world.as(as, now), { slug, solving, why: 'So it is.', weightsWhy: '' }));
	await says(carys, 'yes');
	await says(chair, 'no');
	for (const as of [lead, chair.actor]) await expect(take(as)).rejects.toMatchObject({ code: 'board-against' });
	await says(carys, 'no');
	await says(deputy, 'yes');
	await place.do((world) => world.db`delete from programmes.board_voice where person = ${chair.actor.id}`);
	await expect(take(), 'a deputy beside a chair has one voice as any other').rejects.toMatchObject({ code: 'board-against' });
	await says(deputy, 'no');
	await says(carys, 'no');
	await says(chair, 'yes');
	await expect(take(), 'one voice against two').rejects.toMatchObject({ code: 'board-against' });
	await place.do((world) => world.db`delete from programmes.board_voice where person = ${deputy.actor.id}`);
	await take();
	expect((await place.do((world) => board(world, carys.actor))).chosen).toMatchObject([{ yes: 1, no: 1 }]);
})); // prettier-ignore
