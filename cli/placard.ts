import { exit, say, answer, Unusable, type Verb } from './answer.ts';

/** One file a verb; only the one that runs is loaded. */
const verbs: Record<string, () => Promise<Verb>> = {
	serve: async () => (await import('./serve.ts')).serve,
	migrate: async () => (await import('./migrate.ts')).migrate,
	'admin invite': async () => (await import('./admin.ts')).invite,
	'admin reset-factor': async () => (await import('./admin.ts')).resetSecondFactor,
	doctor: async () => (await import('./doctor.ts')).doctor,
	backup: async () => (await import('./backup.ts')).backup,
	restore: async () => (await import('./restore.ts')).restore,
	erased: async () => (await import('./erased.ts')).erased,
	'import-call': async () => (await import('./import-call.ts')).importCall,
	export: async () => (await import('./campaign.ts')).exportVerb,
	import: async () => (await import('./campaign.ts')).importVerb,
	form: async () => (await import('./form.ts')).form,
	'opinion-map': async () => (await import('./opinion-map.ts')).opinionMap,
	clock: async () => (await import('./clock.ts')).clock,
	cohort: async () => (await import('./cohort.ts')).cohort,
	calibrate: async () => (await import('./calibrate.ts')).calibrate,
	draw: async () => (await import('./draw/index.ts')).draw
};

/** Runs a verb and resolves to the exit code. */
export async function main(args: string[]): Promise<number> {
	const found = find(args);
	if (!found) return unknown(args);
	try {
		const verb = await verbs[found.name]!();
		if (found.rest.some((arg) => arg === '--help' || arg === '-h')) return help(found.name, verb);
		return await verb.run(found.rest);
	} catch (error) {
		return explain(error, found.name);
	}
}

/** A verb may have two words: `admin invite`. */
function find(args: string[]): { name: string; rest: string[] } | undefined {
	const two = args.slice(0, 2).join(' ');
	if (two in verbs) return { name: two, rest: args.slice(2) };
	const [one = ''] = args;
	return one in verbs ? { name: one, rest: args.slice(1) } : undefined;
}

async function unknown([verb]: string[]): Promise<number> {
	const asked = verb === undefined || ['--help', '-h', 'help'].includes(verb);
	if (!asked) say(`There is no verb called ${verb}. These are the verbs:`);
	const lines = await Promise.all(
		Object.entries(verbs).map(async ([name, load]) => line(name, await load()))
	);
	(asked ? answer : say)(`Usage: placard VERB …\n\n${lines.join('\n')}\n\nplacard VERB --help says more.`);
	return asked ? exit.done : exit.unusable;
}

function line(name: string, { summary }: Verb): string {
	return `  ${name.padEnd(20)}${summary}`;
}

function help(name: string, { summary, usage, details = '' }: Verb): number {
	answer(`Usage: placard ${name} ${usage}\n\n${summary}.${details && `\n\n${details.replace(/^\n/, '')}`}`);
	return exit.done;
}

/** What we expected is one sentence; a bug keeps its trace. */
async function explain(error: unknown, name: string): Promise<number> {
	const { message, code = '', path } = error as NodeJS.ErrnoException;
	if (error instanceof Unusable || (await isTroubleOfServer(error))) say(message);
	else if (code.startsWith('ERR_PARSE_ARGS')) say(`${message.split(/\.\s/)[0]}. See placard ${name} --help.`);
	else if (path || code === 'ENOSPC') say(`${path ?? 'The disk'}: ${message.split(',')[0]}.`);
	else return bug(error);
	return exit.unusable;
}

/** Loaded only when something went wrong: verbs that work on files start without the server. */
async function isTroubleOfServer(error: unknown): Promise<boolean> {
	const { BackupTrouble } = await import('#server/backup');
	const { DatabaseTrouble } = await import('#server/db');
	const { UnclearSetting } = await import('#server/web/front');
	return [BackupTrouble, DatabaseTrouble, UnclearSetting].some((kind) => error instanceof kind);
}

function bug(error: unknown): number {
	say(`A fault in Placard: ${(error as Error).stack ?? String(error)}`);
	return exit.bug;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
