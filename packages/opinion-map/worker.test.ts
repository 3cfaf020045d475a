import { expect, test } from 'vitest';
import { ballotsFrom } from './ballots.ts';
import { madeUpColumns } from './bench/made-up.ts';
import { placardReport } from './placard/report.ts';
import { columnsFrom, conversation, votesOf } from './reference/conversations.ts';
import { MapWorker } from './worker.ts';

const effort = { shuffles: 20, resamples: 20 };

test('another thread gives the same report, from votes as a whole and from votes it was told of', async () => {
	const { ballots, columns, given } = conversation('london.youth.policing');
	const expected = placardReport(ballots, effort);
	const worker = new MapWorker();
	try {
		const moderation = { out: given.out!, meta: given.meta! };
		expect(await worker.analyseVotes(columns, moderation, effort)).toEqual(expected);
		await worker.add(columnsFrom(votesOf(ballots)));
		for (const statement of given.out!) await worker.moderate(statement, { moderated: 'rejected' });
		await worker.add(columnsFrom([{ person: 'somebody', statement: '1', vote: 1 }]));
		await worker.retract('somebody');
		expect(await worker.analyse(effort)).toEqual(expected);
		expect((await worker.snapshot()).votes.people).toEqual(ballots.people);
	} finally {
		await worker.close();
	}
});

test('a thread that is ended says so to whoever waits', async () => {
	const worker = new MapWorker();
	const asked = worker.analyseVotes(columnsFrom([{ person: '1', statement: '1', vote: 1 }]), {}, effort);
	const refused = expect(asked).rejects.toThrow('The thread of the opinion map has ended.');
	await worker.close();
	await refused;
	await expect(worker.analyse(effort)).rejects.toThrow('The thread of the opinion map has ended.');
});

test('votes that are handed over in several turns arrive whole, and stay with whoever asked', async () => {
	const columns = madeUpColumns(300, 500, 300_000);
	const untested = { shuffles: 0, resamples: 0 };
	const expected = placardReport(ballotsFrom(columns), untested);
	const worker = new MapWorker();
	try {
		const { ballots, map } = await worker.analyseVotes(columns, {}, untested);
		expect(Buffer.compare(Buffer.from(ballots.votes), Buffer.from(expected.ballots.votes))).toBe(0);
		expect(map).toEqual(expected.map);
		expect(columns.vote.length).toBe(300_000);
	} finally {
		await worker.close();
	}
});
