import { templateCalled } from './templates.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Twenty tries take a little over two days. */
const tries = 20;

/** When a letter that could not be sent is tried again after so many tries: 1, 2, 4 … minutes, then every 4 hours. Then no more. */
export function tryAgainAt(tried: number, now: Date): Date | undefined {
	if (tried >= tries) return undefined;
	return new Date(now.getTime() + Math.min(2 ** (tried - 1) * minute, 4 * hour));
}

/** Some news is worth nothing when it comes late. */
export function isTooOld({ template, askedAt }: { template: string; askedAt: Date }, now: Date): boolean {
	const hours = templateCalled(template)?.goodForHours ?? 14 * 24;
	return now.getTime() > askedAt.getTime() + hours * hour;
}

/** MAIL_PER_MINUTE: what the post office takes from us. */
export function perMinute(): number {
	const given = Number(process.env['MAIL_PER_MINUTE']);
	return given >= 1 ? Math.floor(given) : 120;
}
