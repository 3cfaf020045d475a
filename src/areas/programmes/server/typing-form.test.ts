import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import { readFile } from '#server/files';
import {
	checkAnswers,
	nameArranger,
	saveWholeForm,
	sendExpression,
	showWholeForm,
	typeUpExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { answered, begun, otherLead } from '../../../../tests/expression-world.ts';
import { joins } from '../../../../tests/lived-in/people.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';
const received = { day: '14', month: '1', year: '2026', time: '9:30am' };
const administrator: Actor = { ...(lead as Extract<Actor, { kind: 'person' }>), roles: ['administrator'] };

const typeUp = (world: World) =>
	typeUpExpression.within(world.as(lead), { slug, met: [], from: 'paper', received });

describe('the whole paper on one page', () => {
	const fields = Object.assign({}, ...Object.values(answered)) as Record<string, string | string[]>;

	test(
		'is shown to and saved by whoever types it, and by nobody else',
		withWorld(async (world) => {
			await aCall(world);
			const { reference } = await typeUp(world);
			const held = await begun(world);
			for (const stranger of [visitor, otherLead, held.actor])
				for (const attempt of [
					() => showWholeForm.within(world.as(stranger), { reference }),
					() => saveWholeForm.within(world.as(stranger), { reference, fields })
				])
					await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
			await expect(
				showWholeForm.within(world.as(held.actor), { reference: held.reference })
			).rejects.toMatchObject({ code: 'not-found' });
			const saved = await saveWholeForm.within(world.as(lead), { reference, fields });
			expect(saved).toMatchObject({ isFine: true, conflict: false });
			expect(saved.sections.at(-1)!.pages[0]!.questions[0]!.key).toBe('scan');
			expect((await checkAnswers.within(world.as(lead), { reference })).leftOut).toEqual([]);
		})
	);
	test(
		'keeps what makes no sense and what somebody else saved, and says so beside it',
		withWorld(async (world) => {
			await aCall(world);
			const { reference } = await typeUp(world);
			const save = (more: object) =>
				saveWholeForm.within(world.as(lead), { reference, fields: { ...fields, ...more } });
			await save({});
			const { questions, isFine, conflict } = await save({ group: 'Mould Watch', email: 'asha at home' });
			expect({ isFine, conflict }).toEqual({ isFine: false, conflict: true });
			expect(questions.find(({ key }) => key === 'group')).toMatchObject({
				typed: 'Mould Watch',
				meanwhile: 'Damp Watch'
			});
		})
	);
	test(
		'the scan is read by whoever types it, then by those who arrange access alone',
		withWorld(async (world) => {
			await aCall(world);
			const { reference } = await typeUp(world);
			const scan = new File(['It says everything'], 'paper.txt');
			await saveWholeForm.within(world.as(lead), { reference, fields: { ...fields, scan } });
			const [{ id }] = (await world.db`select id from files.file`) as unknown as [{ id: string }];
			const read = (as: Actor) => readFile.within(world.as(as), { id });
			await expect(read(otherLead)).rejects.toMatchObject({ code: 'not-found' });
			expect((await read(lead)).name).toBe('paper.txt');
			await sendExpression.within(world.as(lead), { reference });
			for (const one of [lead, otherLead])
				await expect(read(one)).rejects.toMatchObject({ code: 'not-found' });
			const { id: person } = await joins(world, someDay, { name: 'Bo', roles: ['lead'] });
			await nameArranger.within(world.as(administrator), { slug, person, shownAs: 'Bo' });
			const bo = { ...lead, id: person } as Actor;
			expect((await read(bo)).name).toBe('paper.txt');
		})
	);
});
