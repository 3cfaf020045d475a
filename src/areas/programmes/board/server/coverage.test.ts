import { expect, test } from 'vitest';
import { redactAnswer, showRedacting } from '#areas/programmes/server';
import { board, idOf, ready, slug, worked } from '../../../../../tests/board-world.ts';
import { lead } from '../../../../../tests/call-world.ts';
import { withOwnWorld } from '../../../../../tests/world.ts';

test('a board without names shows each community in its words, blanked as the panel reads it, and counts choices alone', withOwnWorld(async (place) => {
	const { chair, sent } = await place.do((world) => ready(world, { names: 'release', attributes: [{ question: 'kind', weight: '1' }] }));
	await place.do(async (world) => {
		for (const [at, held] of sent.entries())
			await world.db`
				update programmes.answer set value = to_jsonb(${`Group ${at} and its ${at} neighbours.`}::text)
				where question = 'community' and expression = ${await idOf(world, held)}`;
		const { reference } = sent[5]!;
		const { passages } = await showRedacting.within(world.as(lead), { slug, reference });
		const { version } = passages.find(({ key }) => key === 'community')!;
		await redactAnswer.within(world.as(lead), { slug, reference, question: 'community', words: 'People of a town.', version, seen: 0 });
	});
	await worked(place, chair.actor, { in: [await place.do((world) => idOf(world, sent[5]!)), await place.do((world) => idOf(world, sent[0]!))] });
	const view = await place.do((world) => board(world, chair.actor));
	const { communities, coverage } = view.shown!.cohort!;
	expect(communities).toHaveLength(3);
	const says = new Map(communities.map(({ person, says }) => [person.reference, says]));
	expect(says.get(sent[5]!.reference)).toBe('People of a town.');
	expect(says.get(sent[0]!.reference)).toBe('[…] and its 0 neighbours.');
	expect(JSON.stringify(view)).not.toContain('Group ');
	expect(coverage).toHaveLength(3);
	for (const { rows } of coverage) expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(3);
	expect(JSON.stringify(coverage)).toMatch(/Wales|East/);
	expect(JSON.stringify(coverage)).not.toContain('neighbours');
})); // prettier-ignore
