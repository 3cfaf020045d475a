import { parseArgs } from 'node:util';
import { answer, exit, type Verb } from './answer.ts';
import { dataFolder } from './database.ts';
import { database } from './doctor/database.ts';
import type { Finding } from './doctor/finding.ts';
import { build, clock, files, folder, node } from './doctor/machine.ts';
import { address, mail } from './doctor/setting.ts';

export const doctor: Verb = {
	summary: 'Looks at how Placard is set up, and says what to do',
	usage: '[--json] [--data DIR]',
	details: `
Changes nothing. Exit code 1 when something is wrong.

  --json       one JSON answer
  --data DIR   where Placard keeps its own database and files (PLACARD_DATA; default ./data)

It looks with the environment that it is given: give it that of the server.`,
	async run(args) {
		const { values } = parseArgs({
			args,
			options: { json: { type: 'boolean', default: false }, data: { type: 'string' } }
		});
		const findings = await examine(values.data);
		const isWell = findings.every(({ state }) => state !== 'wrong');
		if (values.json) answer(JSON.stringify({ isWell, findings }));
		else for (const one of findings) answer(line(one));
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
