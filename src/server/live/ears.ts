import { database, listener, type Pool } from '#server/db';
import { log } from '#server/log';
import { channel, tell } from './live.sql.ts';

type Hear = (topic?: string) => void;
type Ear = { client: Pool; heard: boolean };

/** How often we make sure that we still hear; and look all the same, should something have been missed. */
const pulse = 4_000;
const ping = '';

let timer: NodeJS.Timeout | undefined;
let ear: Ear | undefined;
let hear: Hear = () => undefined;

/**
 * One connection of this process listens (NOTIFY) while anybody watches. postgres.js listens again when it is lost, but
 * gives up for good where the database is not back at once. So a word to ourselves goes round with every beat: where it
 * is not back by the next, we listen anew. And with every beat everybody looks, so that nothing told meanwhile is lost.
 */
export const ears = {
	open(told: Hear): void {
		hear = told;
		timer ??= setInterval(() => void beat(), pulse).unref();
		if (!ear) listen();
	},
	close(): void {
		clearInterval(timer);
		timer = undefined;
		deaf();
	}
};

async function beat(): Promise<void> {
	if (!ear?.heard) {
		deaf();
		listen();
	} else ear.heard = false;
	hear();
	await tell(database(), ping).catch(() => undefined);
}

function listen(): void {
	const own: Ear = { client: listener(), heard: true };
	ear = own;
	const told = (topic: string) => {
		own.heard = true;
		if (topic !== ping) hear(topic);
	};
	// What was told before we could hear is looked for.
	own.client
		.listen(channel, told, () => hear())
		.catch((error: unknown) => {
			own.heard = false;
			if (ear === own) log.warn({ err: error }, 'not listening');
		});
}

function deaf(): void {
	void ear?.client.end({ timeout: 0 }).catch(() => undefined);
	ear = undefined;
}
