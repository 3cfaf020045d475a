import { cpuMilliseconds, percentile } from './measure.ts';
import { startPlain, type PlainServer } from './plain.ts';
import { allOpen, lines, pressAll, send, type Press } from './press.ts';
import { onAnother, onOurOwn, type Stage } from './stages.ts';
import { asMarkdown, milliseconds, times, type Part } from './table.ts';

/** How many press at the same moment, and how often. */
const crowds = [
	{ people: 50, rounds: 8 },
	{ people: 200, rounds: 4 }
];
const most = Math.max(...crowds.map(({ people }) => people));

/** So many people press "Save" at the same moment; after them as many send a form to the plain server; and again. */
export async function saving(): Promise<Part> {
	const none = [['a second PostgreSQL', 'none on this machine', '', '', '', '', '', '', '', '', '']];
	const rows = [...(await onOurOwn(most, measureAll)), ...((await onAnother(most, measureAll)) ?? none)];
	return { ...words, rows };
}

const words = {
	title: 'Saving an answer',
	how:
		'Applicants send the same page at the same moment, 50 of them 8 times and 200 of them 4 times, each with a session, behind an address of their own and over a connection that is kept: ' +
		'from the request to the redirection, which comes when the answer is on the disk. Any other answer ends the run, so that no request failed in these figures. ' +
		'Beside it, in the same run on the same database: a bare handler of Node that inserts one row in one transaction of the same pool.',
	head: ['PostgreSQL', 'at once', 'median', 'p95', 'longest', 'saves a second', 'CPU a save', 'plain p95', 'plain a second', 'p95 beside plain', 'plain’s pace beside ours'] // prettier-ignore
};

async function measureAll(stage: Stage): Promise<string[][]> {
	const rows: string[][] = [];
	for (const crowd of crowds) rows.push(await measure(stage, crowd));
	return rows;
}

type Pressed = { waits: number[]; took: number; cpu: number };

async function measure(stage: Stage, { people, rounds }: (typeof crowds)[number]): Promise<string[]> {
	const { name, url, address, pid } = stage;
	const applicants = stage.applicants.slice(0, people);
	const plain = await startPlain(url);
	try {
		const toTheirs = () =>
			pressed(
				plain.pid,
				applicants.map(() => toPlain(plain))
			);
		await pressAll(await allOpen(address, applicants, 0));
		await toTheirs();
		const [ours, theirs]: [Pressed[], Pressed[]] = [[], []];
		for (let round = 1; round <= rounds; round++) {
			const ready = await allOpen(address, applicants, round);
			ours.push(await pressed(pid, ready));
			theirs.push(await toTheirs());
		}
		return [name, String(people), ...figuresOf(together(ours), together(theirs))];
	} finally {
		await plain.end();
	}
}

async function pressed(pid: number, ready: Press[]): Promise<Pressed> {
	const [before, began] = [cpuMilliseconds(pid), performance.now()];
	const waits = await pressAll(ready);
	return { waits, took: performance.now() - began, cpu: cpuMilliseconds(pid) - before };
}

function together(rounds: readonly Pressed[]): Pressed {
	const sum = (of: (round: Pressed) => number) => rounds.reduce((all, round) => all + of(round), 0);
	return {
		waits: rounds.flatMap(({ waits }) => waits),
		took: sum(({ took }) => took),
		cpu: sum(({ cpu }) => cpu)
	};
}

function figuresOf(ours: Pressed, theirs: Pressed): string[] {
	const [p95, plain95] = [percentile(ours.waits, 0.95), percentile(theirs.waits, 0.95)];
	const pace = ({ waits, took }: Pressed) => (waits.length * 1000) / took;
	return [
		...[percentile(ours.waits, 0.5), p95, Math.max(...ours.waits)].map(milliseconds),
		pace(ours).toFixed(0),
		milliseconds(ours.cpu / ours.waits.length),
		milliseconds(plain95),
		pace(theirs).toFixed(0),
		times(p95 / plain95),
		times(pace(theirs) / pace(ours))
	];
}

function toPlain({ address }: PlainServer) {
	return () => send(address, '/', {}, [['community', lines(0)]]);
}

if (import.meta.main) console.log(asMarkdown(await saving()));
