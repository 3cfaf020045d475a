import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';

type Message = () => string;
/** Chosen by code; words: mail_state_* and words: mail_reason_* */
const messages = m as unknown as Record<string, Message | undefined>;

export function stateWords(state: string): string {
	return said(`mail_state_${state}`) ?? state;
}

/** Why it stands there, where there is something to say. */
export function reasonWords(reason: string | null): string | undefined {
	return reason ? said(`mail_reason_${reason}`) : undefined;
}

function said(name: string): string | undefined {
	return messages[name.replaceAll('-', '_')]?.();
}

export function stateLook(state: string): 'good' | 'bad' | 'solid' | 'plain' | 'quiet' {
	const looks = { sent: 'good', failed: 'bad', bounced: 'bad', held: 'solid', dropped: 'quiet' } as const;
	return looks[state as keyof typeof looks] ?? 'plain';
}

export function when(instant: Date): string {
	return sentenceOfInstant(instant, 'Europe/London');
}
