import { answerRow, clock, explain, readFacts, type Facts } from '#packages/statutory-clock';
import { working } from '../packages/statutory-clock/slow-reference.ts';
import { asMarkdown, milliseconds, times, type Part } from './table.ts';

const laws = ['FOIA', 'EIR', 'FOISA', 'UKGDPR-SAR', 'FOIA-school', 'EUGDPR'] as const;
const many = 10_000;

/** Ten thousand requests, one a day over years, under six laws; ours beside the walker of the tests in the same run. */
export function clocks(): Part {
	const cases = Array.from({ length: many }, (_, index) => request(index));
	const text = JSON.stringify(cases.map(({ id, regime, received }) => ({ id, regime, received })));
	const cold = spent(() => cases.map(clock));
	const warm = spent(() => cases.map(clock));
	const few = cases.filter(({ regime }) => regime === 'FOIA').slice(0, 100);
	const walked = (spent(() => few.map((facts) => working(facts, 20, 'any-part'))) * many) / few.length;
	return {
		title: 'Statutory clocks',
		how: `CPU of this process for ${many} requests. The walker is the slow reference of the tests, reckoned up from 100.`,
		head: ['what', 'CPU', 'to warm clocks'],
		rows: [
			row('clocks, the first time', cold, warm),
			row('clocks, warm', warm, warm),
			row(
				'clocks as answers of the command',
				spent(() => cases.map((facts) => answerRow(clock(facts)))),
				warm
			),
			row(
				'clocks told in plain words',
				spent(() => cases.map((facts) => explain(clock(facts), 'en'))),
				warm
			),
			row(
				'reading the file',
				spent(() => readFacts(text)),
				warm
			),
			row('the walker', walked, warm)
		]
	};
}

function request(index: number): Facts {
	const day = new Date(Date.UTC(2019, 0, 2 + (index % 2900)));
	return {
		id: String(index),
		regime: laws[index % laws.length]!,
		received: day.toISOString().slice(0, 10),
		nation: 'england-and-wales',
		memberState: 'DE'
	};
}

function spent(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

function row(what: string, cpu: number, beside: number) {
	return [what, milliseconds(cpu), times(cpu / beside)];
}

if (import.meta.main) console.log(asMarkdown(clocks()));
