import { parseArgs } from 'node:util';
import { answer, answerInto, exit, say, type Verb } from './answer.ts';
import { dataFolder } from './database.ts';
import { database } from './doctor/database.ts';
import type { Finding } from './doctor/finding.ts';
import { build, clock, files, folder, node } from './doctor/machine.ts';
import { address, mail } from './doctor/setting.ts';

export const doctor: Verb = {
	summary: 'Looks at how Placard is set up, and says what to do',
	usage: '[--quiet] [--out FILE] [--data DIR]',
	details: `
Changes nothing. Exit code 1 when something is wrong.

  --quiet      the answer alone, without the lines for people (on standard error)
  --out FILE   where the answer goes, as JSON (default: standard output)
  --data DIR   where Placard keeps its own database and files (PLACARD_DATA; default ./data)

It looks with the environment that it is given: give it that of the server.`,
	async run(args) {
		const { values } = parseArgs({
			args,
			options: {
				quiet: { type: 'boolean', default: false },
				data: { type: 'string' },
				out: { type: 'string' }
			}
		});
		answerInto(values.out);
		const findings = await examine(values.data);
		const isWell = findings.every(({ state }) => state !== 'wrong');
		if (!values.quiet) for (const one of findings) say(line(one));
		answer(JSON.stringify({ isWell, findings }));
		return isWell ? exit.done : exit.no;
	}
};

async function examine(data: string | undefined): Promise<Finding[]> {
	process.env['PLACARD_DATA'] = dataFolder(data);
	const { findings, clock: theirs } = await database(data);
	return [
		node(),
		build(),
		...(await folder('Data', dataFolder(data))),
		...findings,
		...(await files()),
		...address(process.env),
		await mail(),
		clock(theirs)
	];
}

function line({ state, about, says }: Finding): string {
	return `${state.padEnd(6)}${about}: ${says}`;
}
